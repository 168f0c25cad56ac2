import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { readListSearch, sortOrders } from './list-search.ts';
import { searchConnections } from './search-connections.ts';

async function list() {
  const { client, pass } = createEmulatorFixture();
  const create = async (name: string, host: string) => {
    pass(1000);
    return client.createConnection('prod', phoenixRequest({ host }, { name }));
  };
  const { id, etag } = await create('beta', 'one.example');
  await create('Alpha', 'two.example');
  await create('gamma', 'two.example');
  pass(1000);
  await client.updateConnection('prod', id, etag, [{ op: 'replace', path: '/name', value: 'beta 2' }]);
  return client;
}

describe('connection search on the page', () => {
  it.each([
    ['two', ['Alpha', 'gamma']],
    ['TWO alp', ['Alpha']],
    ['local-demo-client', ['Alpha', 'beta 2', 'gamma']],
    ['nothing', []],
  ])('%j finds %j', async (text, names) => {
    const { connections } = await (await list()).listConnections('prod', {});
    expect(searchConnections(connections, text, 'name').map(({ name }) => name)).toEqual(names);
  });

  it.each(sortOrders)('keeps the order of the service: $label', async ({ id, orderBy }) => {
    const client = await list();
    const { connections } = await client.listConnections('prod', { orderBy });
    const shuffled = connections.toSorted((one, other) => one.id.localeCompare(other.id));
    expect(searchConnections(shuffled, '', id)).toEqual(connections);
  });
});

describe('the address of the list', () => {
  it.each([
    [{}, {}],
    [
      { search: 'two words', sort: 'name' },
      { search: 'two words', sort: 'name' },
    ],
    [{ search: 42, sort: 'newest' }, { search: '42' }],
    [{ search: { a: 1 }, sort: 'DROP' }, {}],
  ])('%j means %j', (written, meant) => {
    expect(readListSearch(written)).toEqual(meant);
  });
});
