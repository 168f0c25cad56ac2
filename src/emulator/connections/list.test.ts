import { beforeAll, describe, expect, it } from 'vitest';
import { connectionPage } from '../../flow-service/schemas/connection.ts';
import {
  createEmulatorFixture,
  failureOf,
  phoenixRequest,
  startOfTime,
} from '../../testing/emulator-fixture.ts';

const phoenixSpec = '102706fb-a5cd-42ee-afe0-bc42f017ff43';
const names = ['Berlin', 'Lyon, old', 'Torino', 'maria-db', 'Torino'];

/** Creates five connections, one second apart. Only the first has a description. */
async function createFive() {
  const fixture = createEmulatorFixture();
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const { description, ...body } = phoenixRequest({}, { name });
    const { id } = await fixture.client.createConnection(
      'prod',
      index === 0 ? { ...body, description } : body,
    );
    ids.push(id);
    fixture.pass(1000);
  }
  return { ...fixture, ids };
}

type Five = Awaited<ReturnType<typeof createFive>>;

describe('GET /connections', () => {
  let five: Five;
  beforeAll(async () => {
    five = await createFive();
  });

  const listed = async (query: Parameters<Five['client']['listConnections']>[1]) =>
    (await five.client.listConnections('prod', query)).connections.map(({ name }) => name);

  it('returns the newest first (OAS-D)', async () => {
    expect(await listed({})).toEqual(names.toReversed());
  });

  it.each([
    ['a bare value', ['name==Torino'], 2],
    ['a value in double quotes (SORT)', ['name=="maria-db"'], 1],
    ['a comma inside double quotes', ['name=="Lyon, old"'], 1],
    ['any of several values', ['name==Torino,"Lyon, old",nobody'], 3],
    ['all of several filters', ['name==Torino', `createdAt>${startOfTime + 3000}`], 1],
    ['a nested path', [`connectionSpec.id==${phoenixSpec}`], 5],
    ['a state', ['state==enabled,disabled'], 5],
    ['a single equals sign (SORT)', ['name="maria-db"'], 1],
    ['a param', ['auth.params.host==mycluster.azurehdinsight.net'], 5],
    ['a number', ['auth.params.port==443'], 5],
    ['a Boolean', ['auth.params.enableSsl==true'], 5],
    ['a Boolean in another case', ['auth.params.enableSsl==False'], 0],
    ['a param that none has', ['auth.params.catalog==x'], 0],
    ['a description that only one has', ['description==Phoenix test connection'], 1],
    ['>', [`createdAt>${startOfTime + 2000}`], 2],
    ['>=', [`createdAt>=${startOfTime + 2000}`], 3],
    ['<', [`createdAt<${startOfTime + 2000}`], 2],
    ['== of a time', [`updatedAt==${startOfTime + 2000}`], 1],
  ])('filters by %s', async (_, filters, count) => {
    expect(await listed({ filters })).toHaveLength(count);
    expect(await five.client.countConnections('prod', filters)).toBe(count);
  });

  it.each([
    ['name', ['Berlin', 'Lyon, old', 'Torino', 'Torino', 'maria-db']],
    ['+name', ['Berlin', 'Lyon, old', 'Torino', 'Torino', 'maria-db']],
    ['-createdAt', names.toReversed()],
    ['createdAt', names],
    ['-name,createdAt', ['maria-db', 'Torino', 'Torino', 'Lyon, old', 'Berlin']],
    ['-description', ['Berlin', 'Torino', 'maria-db', 'Torino', 'Lyon, old']],
  ])('orders by %s (SORT)', async (orderBy, expected) => {
    expect(await listed({ orderBy })).toEqual(expected);
  });

  it('reads a plus sign that is not percent-encoded', async () => {
    const response = await five.request('GET', '/flowservice/connections?orderby=+createdAt');
    expect(await response.json()).toMatchObject({ items: names.map((name) => ({ name })) });
  });

  it('returns only the requested properties (OAS-S)', async () => {
    const response = await five.request(
      'GET',
      '/flowservice/connections?property=name,id&property=name==Berlin',
    );
    expect(await response.json()).toEqual({ items: [{ id: five.ids[0], name: 'Berlin' }] });
  });

  it.each(['false', 'False', 'FALSE'])('ignores count=%s (PM, AEPP)', async (count) => {
    const response = await five.request('GET', `/flowservice/connections?count=${count}&limit=1`);
    expect(await response.json()).toMatchObject({ items: [{ name: 'Torino' }] });
  });

  it.each(['true', 'True', 'TRUE'])('counts with count=%s (AEPP)', async (count) => {
    const response = await five.request('GET', `/flowservice/connections?count=${count}`);
    expect(await response.json()).toEqual({ count: 5 });
  });

  it.each([
    ['limit and count together', 'limit=1&count=true', '1401'],
    ['an unknown field', 'property=colour==red', '1423'],
    ['a secret', 'property=auth.params.password==guess', '1423'],
    ['an unknown property to return', 'property=name,colour', '1423'],
    ['an invalid order', 'orderby=--name', '1432'],
    ['an unknown field to sort by', 'orderby=colour', '1433'],
    ['an operator seen nowhere', 'property=name!=Berlin', '1440'],
    ['several values for >', 'property=createdAt>1,2', '1443'],
    ['> for a text', 'property=name>Berlin', '1448'],
    ['a filter without a field', 'property===Berlin', '1450'],
    ['an open double quote', 'property=name=="Berlin', '1450'],
    ['an unknown key', 'filter=name==Berlin', '1451'],
    ['limit 0', 'limit=0', '1452'],
    ['limit 101', 'limit=101', '1452'],
    ['limit many', 'limit=many', '1452'],
    ['count maybe', 'count=maybe', '1452'],
    ['an invalid time', 'property=createdAt>yesterday', '1452'],
    ['an unknown token', 'continuationToken=abc', '1452'],
    ['an empty value', 'property=name==', '1453'],
    ['an empty property', 'property=', '1453'],
    ['a state that does not exist', 'property=state==happy', '1456'],
  ])('rejects %s (ERR-F)', async (_, query, number) => {
    const response = await five.request('GET', `/flowservice/connections?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`/FLOW-${number}-400"`);
  });
});

describe('pages of connections', () => {
  it('contain twenty connections by default', async () => {
    const { client } = createEmulatorFixture();
    for (let made = 0; made < 21; made += 1) await client.createConnection('prod', phoenixRequest());
    const first = await client.listConnections('prod', {});
    expect(first.connections).toHaveLength(20);
    const second = await client.listConnections('prod', { continuationToken: first.continuationToken ?? '' });
    expect(second).toMatchObject({ connections: [{}], continuationToken: null });
  });

  it('have no next page after a full last page', async () => {
    const { client } = await createFive();
    expect(await client.listConnections('prod', { limit: 5 })).toMatchObject({ continuationToken: null });
  });

  it('link to the next page with a relative address that contains only the token', async () => {
    const { request } = await createFive();
    const response = await request('GET', '/flowservice/connections?limit=3');
    const { next: href } = connectionPage.parse(await response.json());
    expect(href).toMatch(/^\/connections\?continuationToken=[\w%-]+$/);
    const next = await request('GET', `/flowservice${href}`);
    const page: unknown = await next.json();
    expect(page).toMatchObject({ items: [{ name: 'Lyon, old' }, { name: 'Berlin' }] });
    expect(page).not.toHaveProperty('_links');
  });

  it.each([undefined, 'name', '-name', 'description', '-createdAt'])(
    'contain each connection once, sorted by %s with a filter, while others are added and deleted',
    async (orderBy) => {
      const { client } = createEmulatorFixture();
      const expected: string[] = [];
      for (let made = 0; made < 10; made += 1) {
        const name = `${made % 3} of “Köln”`;
        expected.push((await client.createConnection('prod', phoenixRequest({}, { name }))).id);
      }
      const first = { filters: ['state==enabled'], limit: 3, ...(orderBy !== undefined && { orderBy }) };
      const seen: string[] = [];
      let continuationToken: string | null = null;
      do {
        const page = await client.listConnections(
          'prod',
          continuationToken === null ? first : { continuationToken },
        );
        seen.push(...page.connections.map(({ id }) => id));
        continuationToken = page.continuationToken;
        await client.deleteConnection('prod', seen.at(-1) ?? '');
      } while (continuationToken !== null);
      expect(seen.toSorted()).toEqual(expected.toSorted());
    },
  );

  it('do not repeat a connection when a new one is added in between', async () => {
    const { client, ids } = await createFive();
    const first = await client.listConnections('prod', { limit: 2 });
    await client.createConnection('prod', phoenixRequest());
    const rest = await client.listConnections('prod', { continuationToken: first.continuationToken ?? '' });
    expect(rest.connections.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  });
});

it('returns an updated connection first', async () => {
  const { client, ids } = await createFive();
  const [id = ''] = ids;
  const { etag } = await client.getConnection('prod', id);
  await client.updateConnection('prod', id, etag, [{ op: 'replace', path: '/name', value: 'Potsdam' }]);
  const { connections } = await client.listConnections('prod', { limit: 1 });
  expect(connections).toMatchObject([{ id, name: 'Potsdam' }]);
});

it('explains which filter is wrong', async () => {
  const { client } = createEmulatorFixture();
  const failure = await failureOf(client.listConnections('prod', { filters: ['colour==red'] }));
  expect(failure.detail).toBe('The filter uses the unknown field colour.');
});
