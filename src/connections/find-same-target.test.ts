import { expect, it } from 'vitest';
import type { Connection } from '../flow-service/schemas/connection.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { databricks } from '../sources/catalog/databricks.ts';
import { type Source, chooseAuthMethod } from '../sources/source.ts';
import { heldConnection } from '../testing/create-fixture.ts';
import { indexTargets } from './find-same-target.ts';

const model = heldConnection({ id: 'model' });
const idsOf = (connections: readonly Connection[]) => connections.map(({ id }) => id);

/** The connections of a list with the same target and user as one of them, which is included. */
function findSameTarget(source: Source, one: Connection, connections: readonly Connection[]) {
  const same = new Set(indexTargets(connections).findSameTarget(source, one));
  return connections.filter((other) => other === one || same.has(other));
}

it('finds the connections to the same database with the same user', () => {
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

it.each([
  ['another user', { username: 'ADMIN' }, false],
  ['another path', { httpPath: '/X' }, false],
  ['the same host', { host: 'DB.Example' }, true],
  ['the same SSL setting', { enableSsl: 'False' }, true],
])('a difference in case alone means %s', (_, params, isSame) => {
  const first = heldConnection({ id: 'model', params: { httpPath: '/x' } });
  const other = heldConnection({ id: 'other', params: { httpPath: '/x', ...params } });
  expect(idsOf(findSameTarget(phoenix, first, [first, other]))).toEqual(
    isSame ? ['model', 'other'] : ['model'],
  );
});

it('compares the path of an address in its case', () => {
  const source = chooseAuthMethod(databricks);
  const at = (id: string, domain: string) =>
    heldConnection({ id, connectionSpec: source.connectionSpec, auth: { params: { domain } } });
  const list = [
    at('a', 'https://adb.example/x'),
    at('b', 'HTTPS://ADB.example/x'),
    at('c', 'https://adb.example/X'),
  ];
  expect(idsOf(findSameTarget(source, list[0] ?? model, list))).toEqual(['a', 'b']);
});

it('leaves out a connection whose other values a change would remove', () => {
  const connections = [model, heldConnection({ id: 'more', params: { schema: 'S' } })];
  expect(idsOf(findSameTarget(phoenix, model, connections))).toEqual(['model']);
});

it('finds only the connection itself when nothing readable says where it leads', () => {
  const hidden = heldConnection({ id: 'hidden', auth: undefined });
  expect(
    idsOf(findSameTarget(phoenix, hidden, [hidden, heldConnection({ id: 'b', auth: undefined })])),
  ).toEqual(['hidden']);
});
