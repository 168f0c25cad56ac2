import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { heldConnection } from '../../testing/create-fixture.ts';
import { origin, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { createPageFixture } from '../../testing/page-fixture.ts';
import type { Users } from '../usage/find-users.ts';
import { describeNews } from './delete-words.ts';
import { type Told, findNews, lookAgain } from './recheck.ts';

afterEach(() => vi.unstubAllGlobals());

/** A connection in a local service, with the question whether to delete it. */
async function ask() {
  const page = createPageFixture();
  vi.stubGlobal('fetch', page.fetch);
  const { access, client, credentials, emulator, request } = page;
  const { id } = await client.createConnection('prod', phoenixRequest());
  const connection = await client.getConnection('prod', id);
  const look = () => lookAgain(access, new QueryClient(), id, new AbortController().signal);
  const told: Told = { connection, isCurrent: true, users: (await look()).users ?? noUsers };
  return {
    ...page,
    connection,
    told,
    confirm: async () => findNews(told, await look()),
    addSource: async (): Promise<string> => {
      const body = {
        name: 'Orders',
        baseConnectionId: id,
        data: { format: 'tabular' },
        params: { tableName: 'RETAIL.ORDERS', columns: [] },
        connectionSpec: connection.connectionSpec,
      };
      const created = await request('POST', '/flowservice/sourceConnections', { body });
      return String(Reflect.get(Object(await created.json()), 'id'));
    },
    addFlow: (source: string) =>
      emulator.fetch(
        new Request(`${origin}/local/flows`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            organizationId: credentials.organizationId,
            sandbox: 'prod',
            flow: {
              name: 'Every night',
              state: 'enabled',
              createdAt: page.now(),
              sourceConnectionIds: [source],
              scheduleParams: { startTime: 1, frequency: 'day', interval: 1 },
              lastRunDetails: null,
            },
          }),
        }),
      ),
  };
}

const everything = { flows: 'all', sourceConnections: 'all' } as const;
const noUsers: Users = { flows: [], unusedSources: [], extent: everything };

it('a connection that is as the question said can be deleted', async () => {
  const { confirm } = await ask();
  expect(await confirm()).toEqual([]);
});

it('a dataflow that is created between the question and the click is news', async () => {
  const { confirm, addSource, addFlow } = await ask();
  await addFlow(await addSource());
  expect(await confirm()).toEqual(['newUsers']);
});

it('a source connection that is created between the question and the click is news', async () => {
  const { confirm, addSource } = await ask();
  await addSource();
  expect(await confirm()).toEqual(['newUsers']);
});

it('a change of the connection between the question and the click is news', async () => {
  const { confirm, client, connection } = await ask();
  const rename = { op: 'replace', path: '/name', value: 'Theirs' } as const;
  await client.updateConnection('prod', connection.id, connection.etag, [rename]);
  expect(await confirm()).toEqual(['changedConnection']);
});

it('a connection that another user deleted meanwhile is no news, because the deletion then succeeds', async () => {
  const { confirm, client, connection } = await ask();
  await client.deleteConnection('prod', connection.id);
  expect(await confirm()).toEqual([]);
});

it('what can no longer be read is news', async () => {
  const { confirm, intercept } = await ask();
  intercept(({ path }) =>
    /\/(?:flows|sourceConnections)\?/.test(path) ? new Response('', { status: 403 }) : undefined,
  );
  expect(await confirm()).toEqual(['unknownUsers']);
  intercept(() => new Response('', { status: 403 }));
  expect(await confirm()).toEqual(['unknownUsers', 'unknownConnection']);
});

const connection = heldConnection({});
const flow = (id: string, ...sources: string[]) => ({
  id,
  sourceConnectionIds: sources,
  sources: sources.map((source) => ({ id: source })),
});
const nothing = { flows: 'none', sourceConnections: 'none' } as const;

it.each<[string, Partial<Users>, Partial<Users>, boolean]>([
  ['a user that was named', { flows: [flow('f', 's')] }, { flows: [flow('f', 's')] }, false],
  ['fewer users', { flows: [flow('f', 's')] }, { unusedSources: [{ id: 's' }] }, false],
  [
    'a dataflow of a source that was named',
    { unusedSources: [{ id: 's' }] },
    { flows: [flow('f', 's')] },
    true,
  ],
  ['another source of a dataflow', { flows: [flow('f', 's')] }, { flows: [flow('f', 's', 't')] }, true],
  ['what the question said could not be read', { extent: nothing }, { extent: nothing }, false],
  ['that nothing uses it, where that was not known', { extent: nothing }, {}, false],
  ['a user, where that was not known', { extent: nothing }, { flows: [flow('f')] }, true],
])('%s', (_, then, now, isNews) => {
  const told = { connection, isCurrent: true, users: { ...noUsers, ...then } };
  const news = findNews(told, { connection, users: { ...noUsers, ...now } });
  expect(news.length > 0).toBe(isNews);
});

it('a connection that could not be read for the question may be unreadable again, but not have another version', () => {
  const told = { connection, isCurrent: false, users: noUsers };
  expect(findNews(told, { connection: null, users: noUsers })).toEqual([]);
  const other = heldConnection({ etag: '"2"' });
  expect(findNews(told, { connection: other, users: noUsers })).toEqual(['changedConnection']);
});

it('the question says that nothing was deleted, and why', () => {
  expect(describeNews([])).toBe('');
  expect(describeNews(['newUsers', 'changedConnection'])).toBe(
    'Nothing was deleted. A dataflow or source connection that was not named before now uses this connection. This connection has changed since you were asked. Read this question again before you decide.',
  );
});
