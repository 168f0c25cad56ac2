import { describe, expect, it } from 'vitest';
import { listUsage } from '../../flow-service/list-usage.ts';
import { toSourceConnectionRequest } from '../../flow-service/schemas/source-connection.ts';
import { createEmulatorFixture, failureOf, origin, phoenixRequest } from '../../testing/emulator-fixture.ts';

/** A connection, and source connections of it that no dataflow uses yet. */
async function createSources(count: number) {
  const fixture = createEmulatorFixture();
  const { emulator, client, credentials, request } = fixture;
  const { id } = await client.createConnection('prod', phoenixRequest());
  const connection = await client.getConnection('prod', id);
  const table = await client.exploreTable('prod', id, 'RETAIL.ORDERS');
  const sourceIds: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const body = toSourceConnectionRequest(connection, 'RETAIL.ORDERS', table);
    const created = await request('POST', '/flowservice/sourceConnections', { body });
    sourceIds.push(String(Reflect.get(Object(await created.json()), 'id')));
  }
  const transport = {
    baseUrl: `${origin}/data/foundation`,
    credentials,
    fetch: (url: string, init: RequestInit) => emulator.fetch(new Request(url, init)),
  };
  const addFlow = (name: string, sourceConnectionIds: readonly string[], sandbox = 'prod') =>
    emulator.fetch(
      new Request(`${origin}/local/flows`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          organizationId: credentials.organizationId,
          sandbox,
          flow: {
            name,
            state: 'enabled',
            createdAt: fixture.now(),
            sourceConnectionIds,
            scheduleParams: { startTime: 1, frequency: 'day', interval: 1 },
            lastRunDetails: null,
          },
        }),
      }),
    );
  return { ...fixture, id, sourceIds, addFlow, usage: () => listUsage(transport, 'prod', (read) => read()) };
}

describe('GET /sourceConnections and GET /flows (OAS-S)', () => {
  it('returns what was created, over all pages', async () => {
    const { id, sourceIds, addFlow, usage } = await createSources(205);
    await addFlow('Orders', sourceIds.slice(0, 1));
    const { flows, sourceConnections, extent } = await usage();
    expect(new Set(sourceConnections.map((source) => source.id))).toEqual(new Set(sourceIds));
    expect(sourceConnections[0]).toMatchObject({ baseConnectionId: id });
    expect(flows).toMatchObject([
      {
        name: 'Orders',
        inheritedAttributes: { sourceConnections: [{ baseConnection: { id } }] },
      },
    ]);
    expect(extent).toEqual({ flows: 'all', sourceConnections: 'all' });
  });

  it('filters source connections by their base connection (SORT)', async () => {
    const { id, request } = await createSources(1);
    const count = async (base: string) => {
      const path = `/flowservice/sourceConnections?property=baseConnectionId==${base}&count=true`;
      return (await request('GET', path)).json();
    };
    expect(await count(id)).toEqual({ count: 1 });
    expect(await count('other')).toEqual({ count: 0 });
  });

  it('refuses a dataflow of a source connection that the sandbox does not have', async () => {
    const { addFlow, sourceIds } = await createSources(1);
    expect((await addFlow('Orders', ['unknown'])).status).toBe(400);
    expect((await addFlow('Orders', sourceIds, 'dev')).status).toBe(400);
  });
});

it('keeps a connection that dataflows use, and deletes one that only source connections use', async () => {
  const { id, client, addFlow, sourceIds } = await createSources(1);
  await addFlow('Orders', sourceIds);
  const refused = await failureOf(client.deleteConnection('prod', id));
  expect(refused).toMatchObject({ status: 400, code: 'FLOW-1418-400' });

  const unused = await createSources(1);
  await unused.client.deleteConnection('prod', unused.id);
  expect(await unused.client.countConnections('prod', [])).toBe(0);
});
