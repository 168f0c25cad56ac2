import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, failureOf, phoenixRequest } from '../../testing/emulator-fixture.ts';

async function createOne(host = 'mycluster.azurehdinsight.net') {
  const fixture = createEmulatorFixture();
  const { id } = await fixture.client.createConnection('prod', phoenixRequest({ host }));
  const explore = (query: string) =>
    fixture.request('GET', `/flowservice/connections/${id}/explore?${query}`);
  return { ...fixture, id, explore };
}

describe('GET /connections/{id}/explore (T-TAB)', () => {
  it('lists the tables for root in any case', async () => {
    const { client, id, explore } = await createOne();
    const { items: tables } = await client.exploreRoot('prod', id);
    expect(tables).toHaveLength(12);
    expect(tables[0]).toEqual({
      type: 'table',
      name: 'RETAIL.CUSTOMERS',
      path: 'RETAIL.CUSTOMERS',
      canPreview: true,
      canFetchSchema: true,
    });
    expect(await (await explore('objectType=ROOT')).json()).toEqual(tables);
  });

  it('describes columns like T-TAB: numbers are double, times are strings with a format', async () => {
    const { explore } = await createOne();
    const response = await explore('objectType=table&object=TELEMETRY.FOOTFALL');
    expect(await response.json()).toEqual({
      format: 'flat',
      schema: {
        columns: [
          { name: 'STORE_ID', type: 'string', xdm: { type: 'string' } },
          {
            name: 'HOUR_START',
            type: 'string',
            'meta:xdmType': 'date-time',
            xdm: { type: 'string', format: 'date-time' },
          },
          { name: 'VISITORS', type: 'double', xdm: { type: 'number' } },
        ],
      },
    });
  });

  it('previews ten rows of every table, with a value of the right type in each column, always the same', async () => {
    const { client, id } = await createOne();
    const { items: tables } = await client.exploreRoot('prod', id);
    for (const { path } of tables) {
      const table = await client.exploreTable('prod', id, path);
      expect(table.data).toHaveLength(10);
      for (const { name, type } of table.schema.columns) {
        const types = new Set(table.data?.map((row) => typeof row[name]));
        expect([...types]).toEqual([type === 'double' ? 'number' : type]);
      }
      expect(await client.exploreTable('prod', id, path)).toEqual(table);
    }
  });

  it.each([
    ['an objectType of other sources (ERR-S 1336)', 'objectType=FOLDER', '1336'],
    ['a table without object (ERR-S 1337)', 'objectType=table', '1337'],
    ['no objectType (ERR-S 1358)', '', '1358'],
    ['another objectType (ERR-S 1358)', 'objectType=view', '1358'],
    ['an unknown table (ERR-S 1330)', 'objectType=table&object=NOPE', '1330'],
    ['row filters (ERR-S 1353)', 'objectType=table&object=RETAIL.ORDERS&filters=e30=', '1353'],
    ['a preview that is not a boolean', 'objectType=table&object=RETAIL.ORDERS&preview=1', '1452'],
    ['what is for files', 'objectType=root&fileType=json', '1451'],
  ])('rejects %s', async (_, query, number) => {
    const { explore } = await createOne();
    const response = await explore(query);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`/FLOW-${number}-400"`);
  });

  it('lists 10,000 tables if the database has them', async () => {
    const { client, id } = await createOne('many-tables.example');
    const { items: tables } = await client.exploreRoot('prod', id);
    expect(new Set(tables.map(({ path }) => path)).size).toBe(10_000);
    await expect(client.exploreTable('prod', id, 'ARCHIVE.EVENTS_10000')).resolves.toMatchObject({
      format: 'flat',
    });
  });

  it('lists no tables if the database is empty', async () => {
    const { client, id } = await createOne('no-tables.example');
    await expect(client.exploreRoot('prod', id)).resolves.toEqual({ items: [], unreadable: 0 });
  });

  it('returns a table with any name under exactly that name', async () => {
    const { client, id } = await createOne('unusual-names.example');
    const { items: tables } = await client.exploreRoot('prod', id);
    expect(Math.max(...tables.map(({ name }) => name.length))).toBe(500);
    for (const { path } of tables) {
      await expect(client.exploreTable('prod', id, path)).resolves.toMatchObject({ format: 'flat' });
    }
    const failure = await failureOf(client.exploreTable('prod', id, 'RETAIL.ORDERS'));
    expect(failure.code).toBe('FLOW-1330-400');
  });
});

it('tests a connection: true (OAS-S)', async () => {
  const { client, id } = await createOne();
  await expect(client.testConnection('prod', id)).resolves.toBe(true);
});
