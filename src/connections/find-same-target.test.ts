import { expect, it } from 'vitest';
import type { Connection } from '../flow-service/schemas/connection.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { heldConnection } from '../testing/create-fixture.ts';
import { findSameTarget } from './find-same-target.ts';

const model = heldConnection({ id: 'model' });
const idsOf = (connections: readonly Connection[]) => connections.map(({ id }) => id);

it('offers the connections to the same database with the same user', () => {
  const connections = [
    model,
    heldConnection({ id: 'same' }),
    heldConnection({ id: 'texts', params: { port: '8765', enableSsl: 'false' } }),
    heldConnection({ id: 'other-host', params: { host: 'other.example' } }),
    heldConnection({ id: 'other-user', params: { username: 'other' } }),
    heldConnection({ id: 'other-source', connectionSpec: { id: 'another' } }),
  ];
  expect(idsOf(findSameTarget(phoenix, model, connections))).toEqual(['model', 'same', 'texts']);
});

it('does not offer a connection whose other values a change would remove', () => {
  const connections = [model, heldConnection({ id: 'more', params: { schema: 'S' } })];
  expect(idsOf(findSameTarget(phoenix, model, connections))).toEqual(['model']);
});

it('offers only the connection itself when nothing readable says where it leads', () => {
  const hidden = heldConnection({ id: 'hidden', auth: undefined });
  expect(
    idsOf(findSameTarget(phoenix, hidden, [hidden, heldConnection({ id: 'b', auth: undefined })])),
  ).toEqual(['hidden']);
});
