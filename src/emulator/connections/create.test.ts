import { describe, expect, it } from 'vitest';
import {
  createEmulatorFixture,
  failureOf,
  phoenixRequest,
  startOfTime,
  requiredParams,
} from '../../testing/emulator-fixture.ts';
import { demoApiKey, demoOrganizationId } from '../tokens/new-demo-credentials.ts';

describe('POST /connections (OAS-S, T-PHX)', () => {
  it('returns 201 with the ID, the quoted etag and the Location header', async () => {
    const { request } = createEmulatorFixture();
    const response = await request('POST', '/flowservice/connections', { body: phoenixRequest() });
    expect(response.status).toBe(201);
    const id = '00000001-0000-4000-8000-000000000000';
    expect(response.headers.get('location')).toBe(`/connections/${id}`);
    const seconds = (startOfTime / 1000).toString(16);
    expect(await response.json()).toEqual({ id, etag: `"00000002-0000-0200-0000-${seconds}0000"` });
  });

  it('stores the request, and adds who, when and where', async () => {
    const { client, credentials } = createEmulatorFixture();
    const { id, etag } = await client.createConnection('dev', phoenixRequest());
    expect(await client.getConnection('dev', id)).toEqual({
      id,
      name: 'Phoenix test connection',
      description: 'Phoenix test connection',
      createdAt: startOfTime,
      updatedAt: startOfTime,
      createdBy: demoApiKey,
      updatedBy: demoApiKey,
      createdClient: credentials.apiKey,
      updatedClient: credentials.apiKey,
      sandboxId: '7c0f4a6e-92d8-4b1b-8f4a-6e92d8bb1b02',
      sandboxName: 'dev',
      imsOrgId: demoOrganizationId,
      connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
      state: 'enabled',
      auth: {
        specName: 'Basic Authentication',
        params: {
          host: 'mycluster.azurehdinsight.net',
          username: 'admin',
          password: 'xxxx',
          port: 443,
          httpPath: '/hbasephoenix0',
          enableSsl: true,
        },
      },
      version: etag,
      etag,
    });
  });

  it('accepts a body without description, port, path and SSL, and keeps keys that the spec does not define', async () => {
    const { client } = createEmulatorFixture();
    const params = { ...requiredParams(), host: 'pqs.example', username: 'u', password: 'p', note: 1 };
    const { description: _, ...body } = phoenixRequest();
    const { id } = await client.createConnection('prod', { ...body, auth: { ...body.auth, params } });
    const stored = await client.getConnection('prod', id);
    expect(stored.auth?.params).toEqual({ ...params, password: 'xxxx' });
    expect(stored).not.toHaveProperty('description');
  });

  it('creates two connections with the same name', async () => {
    const { client } = createEmulatorFixture();
    const first = await client.createConnection('prod', phoenixRequest());
    const second = await client.createConnection('prod', phoenixRequest());
    expect(second.id).not.toBe(first.id);
    expect(second.etag).not.toBe(first.etag);
    expect(await client.countConnections('prod', [])).toBe(2);
  });

  it('separates organizations and sandboxes', async () => {
    const { client, clientAs } = createEmulatorFixture();
    const { id } = await client.createConnection('prod', phoenixRequest());
    const other = clientAs({ organizationId: 'ABCDEFABCDEFABCDEFABCDEF@AdobeOrg' });
    expect((await failureOf(client.getConnection('dev', id))).code).toBe('FLOW-1439-404');
    expect((await failureOf(other.getConnection('prod', id))).code).toBe('FLOW-1439-404');
    expect(await other.countConnections('prod', [])).toBe(0);
  });

  it.each(['mask', 'omit', 'opaque'] as const)('never returns a secret: %s', async (secrets) => {
    const { request, client } = createEmulatorFixture({ secrets });
    const { id } = await client.createConnection('prod', phoenixRequest());
    for (const path of [`/${id}`, '', '?property=auth']) {
      const text = await (await request('GET', `/flowservice/connections${path}`)).text();
      expect(text).toContain('mycluster.azurehdinsight.net');
      expect(text).not.toContain('very-secret-password');
      expect(text.includes('"password"')).toBe(secrets !== 'omit');
    }
  });
});

describe('requests in the form of other clients', () => {
  it.each([
    ['a number as text (ADF)', { port: '443' }],
    ['a Boolean as text', { enableSsl: 'true' }],
    ['a Boolean as text of Python', { enableSsl: 'False' }],
    ['an empty optional param', { httpPath: '', port: '' }],
    ['blanks around the host', { host: ' mycluster.azurehdinsight.net ' }],
    ['a param that the spec does not have', { authenticationType: 'Anonymous' }],
  ])('accepts %s, and stores it as it was sent', async (_, params) => {
    const { client } = createEmulatorFixture();
    const { id } = await client.createConnection('prod', phoenixRequest(params));
    expect((await client.getConnection('prod', id)).auth?.params).toMatchObject(params);
  });

  it('uses the newest version of the spec when none is sent (OAS-S, AEPP)', async () => {
    const { client, request } = createEmulatorFixture();
    const body = { ...phoenixRequest(), connectionSpec: { id: phoenixRequest().connectionSpec.id } };
    const response = await request('POST', '/flowservice/connections', { body });
    expect(response.status).toBe(201);
    const { connections } = await client.listConnections('prod', {});
    expect(connections).toMatchObject([{ connectionSpec: phoenixRequest().connectionSpec }]);
  });

  it('can require the version (OAS-D)', async () => {
    const { request } = createEmulatorFixture({ requiresVersion: true });
    const body = { ...phoenixRequest(), connectionSpec: { id: phoenixRequest().connectionSpec.id } };
    const response = await request('POST', '/flowservice/connections', { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: expect.stringContaining('connectionSpec.version') });
  });
});

describe('requests that create rejects', () => {
  const spec = { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' };
  const auth = phoenixRequest().auth;

  it.each([
    ['no name (OAS-D)', { name: undefined }, 'name'],
    ['no auth', { auth: undefined }, 'auth'],
  ])('%s, with a 422 of one line', async (_, changes, named) => {
    const { request } = createEmulatorFixture();
    const body = { ...phoenixRequest(), ...changes };
    const response = await request('POST', '/flowservice/connections', { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: expect.stringContaining(`for ${named}:`) });
  });

  it.each([
    ['an unknown spec (1413)', { connectionSpec: { ...spec, id: 'other' } }, 'FLOW-1413-400'],
    ['an unknown version of the spec (1413)', { connectionSpec: { ...spec, version: '9' } }, 'FLOW-1413-400'],
    ['another auth spec (1415)', { auth: { ...auth, specName: 'Basic' } }, 'FLOW-1415-400'],
  ])('%s', async (_, changes, code) => {
    const { client } = createEmulatorFixture();
    const failure = await failureOf(client.createConnection('prod', phoenixRequest({}, changes)));
    expect(failure).toMatchObject({ status: 400, family: 'problem', code });
    expect(await client.countConnections('prod', [])).toBe(0);
  });

  it.each([
    ['host', undefined, '1304'],
    ['host', '', '1304'],
    ['username', null, '1304'],
    ['password', '', '1304'],
    ['host', 42, '1312'],
    ['host', 'https://mycluster.example', '1312'],
    ['port', 'https', '1312'],
    ['port', '443.5', '1312'],
    ['port', '70000', '1312'],
    ['port', 443.5, '1312'],
    ['port', 70_000, '1312'],
    ['httpPath', 'hbasephoenix0', '1312'],
    ['enableSsl', 'yes', '1312'],
    ['enableSsl', 1, '1312'],
  ])('%s as %j (ERR-S %s)', async (name, value, number) => {
    const { client } = createEmulatorFixture();
    const failure = await failureOf(client.createConnection('prod', phoenixRequest({ [name]: value })));
    expect(failure).toMatchObject({ status: 400, code: `FLOW-${number}-400` });
    expect(failure.detail).toContain(`parameter ${name} `);
  });

  it('a draft is not supported', async () => {
    const { request } = createEmulatorFixture();
    const response = await request('POST', '/flowservice/connections?mode=draft', { body: phoenixRequest() });
    expect(response.status).toBe(501);
  });
});
