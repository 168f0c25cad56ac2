import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { connectionPage, connectionReceipt } from '../flow-service/schemas/connection.ts';
import { platformScopes } from '../flow-service/credentials.ts';
import { createEmulatorFixture, origin, phoenixRequest } from '../testing/emulator-fixture.ts';
import { demoOrganizationId } from './tokens/new-demo-credentials.ts';

/**
 * The requests that Adobe's Python client (AEPP, release 0.6.0) sends for tokens, sandboxes, connection specs and
 * connections.
 */
async function signInAsPythonClient() {
  const { emulator } = createEmulatorFixture();
  const form = {
    grant_type: 'client_credentials',
    client_id: 'my-client',
    client_secret: 'my-secret',
    scope: platformScopes,
  };
  const answer = await emulator.fetch(
    new Request(`${origin}/ims/token/v3`, { method: 'POST', body: new URLSearchParams(form) }),
  );
  const token = z.object({ access_token: z.string(), expires_in: z.number() }).parse(await answer.json());
  // The client sends the same headers with every request, even a Content-Type without a body.
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    Authorization: `Bearer ${token.access_token}`,
    'x-api-key': 'my-client',
    'x-gw-ims-org-id': demoOrganizationId,
    'x-sandbox-name': 'prod',
  };
  const send = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    emulator.fetch(
      new Request(`${origin}/data/foundation${path}`, {
        method,
        headers: { ...headers, ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const create = async (name: string, params: Record<string, unknown> = {}) => {
    const { auth, connectionSpec } = phoenixRequest(params);
    const body = { name, connectionSpec: { id: connectionSpec.id }, auth };
    const response = await send('POST', '/flowservice/connections', body);
    expect(response.status).toBe(201);
    return connectionReceipt.parse(await response.json());
  };
  return { token, send, create };
}

const phoenixSpecId = phoenixRequest().connectionSpec.id;

describe('the requests of AEPP', () => {
  it('get a token with its lifetime in seconds', async () => {
    const { token } = await signInAsPythonClient();
    expect(token.expires_in).toBe(86_399);
  });

  it('read all sandboxes, and one by its name', async () => {
    const { send } = await signInAsPythonClient();
    const all = await send('GET', '/sandbox-management/sandboxes');
    expect(await all.json()).toMatchObject({ sandboxes: [{ name: 'prod' }, { name: 'dev' }, {}] });
    const one = await send('GET', '/sandbox-management/sandboxes/prod');
    expect(await one.json()).toMatchObject({ name: 'prod', type: 'production', isDefault: true });
  });

  it('read all connection specs, and one by its ID', async () => {
    const { send } = await signInAsPythonClient();
    const all = await send('GET', '/flowservice/connectionSpecs');
    expect(await all.json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: phoenixSpecId, name: 'phoenix' })]),
    });
    const one = await send('GET', `/flowservice/connectionSpecs/${phoenixSpecId}`);
    expect(await one.json()).toMatchObject({ items: [{ id: phoenixSpecId }] });
    const sources = await send('GET', '/flowservice/connectionSpecs?property=attributes.isSource%3D%3DTrue');
    expect(await sources.json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ name: 'phoenix' })]),
    });
  });

  it('create a connection without the version of its spec, get it, and test its database', async () => {
    const { send, create } = await signInAsPythonClient();
    const { id } = await create('From Python', { port: '443', enableSsl: 'True' });
    const got = await send('GET', `/flowservice/connections/${id}`);
    expect(await got.json()).toMatchObject({
      items: [{ id, connectionSpec: { id: phoenixSpecId, version: '1.0' } }],
    });
    const tested = await send('GET', `/flowservice/connections/${id}/test`);
    expect(await tested.json()).toEqual({ result: true });
    const explored = await send(
      'GET',
      `/flowservice/connections/${id}/explore?objectType=table&object=RETAIL.ORDERS&preview=True`,
    );
    expect(await explored.json()).toMatchObject({ format: 'flat', data: expect.any(Array) });
  });

  it('open the database with the text values that were sent', async () => {
    const { send, create } = await signInAsPythonClient();
    const { id } = await create('Not encrypted', { port: '443', enableSsl: 'False' });
    const tested = await send('GET', `/flowservice/connections/${id}/test`);
    expect(tested.status).toBe(400);
  });

  it('name what is missing when a connection has no sign-in', async () => {
    const { send } = await signInAsPythonClient();
    const body = { name: 'No sign-in', connectionSpec: { id: phoenixSpecId } };
    const response = await send('POST', '/flowservice/connections', body);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: expect.stringContaining('for auth:') });
  });

  it('list connections page by page: each link is sent with the limit of the first page', async () => {
    const { send, create } = await signInAsPythonClient();
    for (const name of ['A', 'B', 'C']) await create(name);
    const seen: (string | undefined)[] = [];
    let path: string | null = '/connections?limit=2';
    while (path !== null) {
      const page = connectionPage.parse(await (await send('GET', `/flowservice${path}`)).json());
      seen.push(...page.items.map(({ name }) => name));
      path = page.next === null ? null : `${page.next}&limit=2`;
    }
    expect(seen).toEqual(['C', 'B', 'A']);
  });

  it('list connections by the host of their database', async () => {
    const { send, create } = await signInAsPythonClient();
    await create('A', { host: 'a.example' });
    await create('B', { host: 'b.example' });
    const response = await send(
      'GET',
      '/flowservice/connections?limit=20&property=auth.params.host%3D%3Db.example',
    );
    expect(await response.json()).toMatchObject({ items: [{ name: 'B' }] });
  });

  it('are refused when they count, because AEPP sends a limit too (ERR-F)', async () => {
    const { send } = await signInAsPythonClient();
    const response = await send('GET', '/flowservice/connections?limit=20&count=True');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('/FLOW-1401-400"');
  });

  it('update a connection with the etag that was read, and delete it', async () => {
    const { send, create } = await signInAsPythonClient();
    const { id, etag } = await create('From Python');
    const path = `/flowservice/connections/${id}`;
    const add = [{ op: 'Add', path: '/description', value: 'changed' }];
    const patched = await send('PATCH', path, add, { 'If-Match': etag });
    expect(patched.status).toBe(200);
    expect(await (await send('GET', path)).json()).toMatchObject({ items: [{ description: 'changed' }] });
    const stale = await send('PATCH', path, add, { 'If-Match': etag });
    expect(stale.status).toBe(412);
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', path)).status).toBe(404);
  });

  it('create a source connection', async () => {
    const { send, create } = await signInAsPythonClient();
    const { id } = await create('From Python');
    const response = await send('POST', '/flowservice/sourceConnections', {
      name: 'Orders',
      baseConnectionId: id,
      data: { format: 'tabular' },
      params: { tableName: 'RETAIL.ORDERS', columns: [] },
      connectionSpec: { id: phoenixSpecId },
    });
    expect(response.status).toBe(201);
  });
});
