import { afterEach, expect, it, vi } from 'vitest';
import { hive } from '../../../sources/catalog/hive.ts';
import { findSource } from '../../../sources/find-source.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { phoenixRequest } from '../../../testing/emulator-fixture.ts';
import { createPageFixture } from '../../../testing/page-fixture.ts';
import { heldConnection } from '../../../testing/create-fixture.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { compareTarget, readTarget } from './rotation-target.ts';
import { startRotation } from './rotation.ts';
import { createSelectedSteps, findUnchanged } from './selected-steps.ts';

afterEach(() => vi.unstubAllGlobals());

const host = 'db.example.com';

/** Connections of one user of one host, of which all are selected: at two ports, and of another source. */
async function select() {
  const page = createPageFixture();
  vi.stubGlobal('fetch', page.fetch);
  const { client } = page;
  const hiveRequest = {
    name: 'Hive',
    auth: {
      specName: hive.authMethods[0].specName,
      params: { host, username: 'admin', password: 'old' },
    },
    connectionSpec: hive.connectionSpec,
  };
  const at = (port: number) => phoenixRequest({ host, username: 'admin', port });
  const ids: string[] = [];
  for (const request of [at(443), at(8765), hiveRequest]) {
    ids.push((await client.createConnection('prod', request)).id);
  }
  const connections = await Promise.all(ids.map((id) => client.getConnection('prod', id)));
  const [model] = connections;
  if (model === undefined) throw new Error('There is no first connection.');
  const { offered } = findCandidates(phoenix, model, connections, findSource);
  const stepsFor = (selected: typeof offered) =>
    createSelectedSteps({
      access: page.access,
      source: phoenix,
      model,
      purpose: 'test',
      readSecrets: () => ({ password: 'new' }),
      findSelected: (id) => selected.find(({ connection }) => connection.id === id) ?? null,
    });
  return { ...page, ids, model, connections, offered, steps: stepsFor(offered), unselected: stepsFor([]) };
}

it('the new password is written into connections of another port and source, with all else unchanged', async () => {
  const { ids, steps, connections, offered, writes } = await select();
  expect(offered).toHaveLength(3);
  for (const id of ids) expect(await steps.change(id, null)).toMatchObject({ kind: 'changed' });
  expect(writes().map(({ body }) => body)).toEqual(
    connections.map(({ auth }) => [
      { op: 'replace', path: '/auth/params', value: { ...auth?.params, password: 'new' } },
    ]),
  );
});

it('a connection that moved after it was selected gets no password, nor one that was not selected', async () => {
  const { ids, steps, unselected, connections, client, writes } = await select();
  const [, other = ''] = ids;
  expect(await unselected.change(other, null)).toMatchObject({ kind: 'targetChanged' });
  const moved = { ...connections[1]?.auth?.params, password: 'old', port: 9999 };
  await client.updateConnection('prod', other, connections[1]?.etag ?? '', [
    { op: 'replace', path: '/auth/params', value: moved },
  ]);
  expect(await steps.change(other, null)).toMatchObject({ kind: 'targetChanged' });
  expect(writes()).toEqual([]);
});

it('after a reload, a connection that somebody changed since it was selected is not taken for the same', async () => {
  const { model, offered } = await select();
  const target = readTarget(phoenix, model);
  const { connections } = startRotation(
    offered.map(({ connection }) => connection),
    target,
  );
  const [, candidate] = offered;
  const [, rotated] = connections;
  expect(findUnchanged(candidate, rotated, target)).toBe(candidate);
  const changed = candidate && { ...candidate, connection: { ...candidate.connection, etag: '"other"' } };
  expect(findUnchanged(changed, rotated, target)).toBe(null);
  expect(findUnchanged(undefined, rotated, target)).toBe(null);
});

it('a rotation is continued on the page of any connection of the same kind, host and user', () => {
  const target = readTarget(phoenix, heldConnection({}));
  const compare = (change: Parameters<typeof heldConnection>[0]) => {
    const connection = heldConnection(change);
    return compareTarget(findSource(connection) ?? phoenix, target, connection);
  };
  expect(compare({ params: { port: 1, httpPath: '/x' } })).toBe('same');
  expect(compare({ params: { host: 'moved.example' } })).toBe('moved');
  expect(compare({ params: { username: 'other' } })).toBe('moved');
  const { specName } = hive.authMethods[0];
  const auth = { specName, params: { host: 'db.example', username: 'admin' } };
  expect(compare({ connectionSpec: hive.connectionSpec, auth })).toBe('otherKind');
});
