import { expect, it } from 'vitest';
import { mysql } from '../../sources/catalog/mysql.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { findCandidates } from './find-candidates.ts';

const source = chooseAuthMethod(mysql);
const held = (
  id: string,
  params: Readonly<Record<string, unknown>> = {},
  specName = source.authMethod.specName,
) => heldConnection({ id, connectionSpec: mysql.connectionSpec, auth: { specName, params } });

it('offers every connection of the same kind when a connection string hides the database', () => {
  const connections = [
    held('model'),
    held('same-kind'),
    held('more-values', { schema: 'S' }),
    held('other-method', {}, 'Another'),
    heldConnection({ id: 'other-source' }),
  ];
  const found = findCandidates(source, held('model'), connections);
  expect(found.map(({ id }) => id)).toEqual(['model', 'same-kind']);
});
