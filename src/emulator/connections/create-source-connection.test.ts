import { describe, expect, it } from 'vitest';
import { toSourceConnectionRequest } from '../../flow-service/schemas/source-connection.ts';
import { createEmulatorFixture, phoenixRequest } from '../../testing/emulator-fixture.ts';

async function createBase() {
  const fixture = createEmulatorFixture();
  const { id } = await fixture.client.createConnection('prod', phoenixRequest());
  const connection = await fixture.client.getConnection('prod', id);
  const table = await fixture.client.exploreTable('prod', id, 'RETAIL.ORDERS');
  const body = toSourceConnectionRequest(connection, 'RETAIL.ORDERS', table);
  return { ...fixture, body };
}

const path = '/flowservice/sourceConnections';

describe('POST /sourceConnections (T-COLL)', () => {
  it('accepts a request made from an explored table', async () => {
    const { request, body } = await createBase();
    const response = await request('POST', path, { body });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: expect.any(String), etag: expect.stringMatching(/^".+"$/) });
  });

  it.each([
    ['a base connection of another sandbox', { 'x-sandbox-name': 'dev' }, {}, 'FLOW-1439-404'],
    ['another connection spec', {}, { connectionSpec: { id: 'other', version: '1.0' } }, 'FLOW-1413-400'],
    ['no table', {}, { params: { columns: [] } }, 'FLOW-1304-400'],
    ['no sandbox', { 'x-sandbox-name': null }, {}, 'FLOW-2105-400'],
  ])('rejects %s', async (_, headers, change, code) => {
    const { request, body } = await createBase();
    const response = await request('POST', path, { headers, body: { ...body, ...change } });
    expect(await response.json()).toMatchObject({ type: `https://ns.adobe.com/aep/errors/${code}` });
  });

  it('rejects a caller without a token', async () => {
    const { request, body } = await createBase();
    const response = await request('POST', path, { headers: { Authorization: null }, body });
    expect(response.status).toBe(403);
  });
});
