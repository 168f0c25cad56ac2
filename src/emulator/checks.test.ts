import { describe, expect, it } from 'vitest';
import {
  createEmulatorFixture,
  failureOf,
  phoenixRequest,
  startOfTime,
} from '../testing/emulator-fixture.ts';
import { mintAccessToken, tokenLifetimeMilliseconds } from './tokens/mint-access-token.ts';

const connections = '/flowservice/connections';

/** Status and code of an answer. The code is the gateway's number, or the last part of a problem's type. */
async function codeOf(answer: Promise<Response>): Promise<string> {
  const { status, ...rest } = await readFailure(answer);
  return `${status} ${rest.code}`;
}

async function readFailure(answer: Promise<Response>) {
  const response = await answer;
  const body: { error_code?: string; type?: string } = JSON.parse(await response.text());
  return { status: response.status, code: body.error_code ?? body.type?.replace(/^.*\//, '') };
}

describe('checks of the gateway (TRB)', () => {
  const { request, credentials } = createEmulatorFixture();
  const cases: readonly (readonly [string, Record<string, string | null>, string])[] = [
    ['no token', { Authorization: null }, '403 403010'],
    ['a token without Bearer', { Authorization: credentials.accessToken }, '401 401013'],
    ['a token that is not a JSON Web Token', { Authorization: 'Bearer opaque' }, '401 401013'],
    ['no API key', { 'x-api-key': null }, '403 403000'],
    ["another client's API key", { 'x-api-key': 'another-client' }, '403 403003'],
    ['no organization', { 'x-gw-ims-org-id': null }, '400 400003'],
    ['a malformed organization', { 'x-gw-ims-org-id': 'ACME' }, '403 403027'],
    ['no sandbox', { 'x-sandbox-name': null }, '400 FLOW-2105-400'],
    ['an unknown sandbox', { 'x-sandbox-name': 'nowhere' }, '404 FLOW-2100-404'],
    ['a sandbox that is not active', { 'x-sandbox-name': 'staging' }, '404 FLOW-2100-404'],
    ['all sandboxes', { 'x-sandbox-name': '*' }, '400 FLOW-2113-400'],
    ['a sandbox by ID', { 'x-sandbox-id': 'b3a1' }, '400 FLOW-2110-400'],
    [
      'everything missing: the token comes first',
      { Authorization: null, 'x-api-key': null, 'x-gw-ims-org-id': null, 'x-sandbox-name': null },
      '403 403010',
    ],
    [
      'the gateway comes before the sandbox',
      { 'x-gw-ims-org-id': null, 'x-sandbox-name': null },
      '400 400003',
    ],
  ];
  it.each(cases)('%s', async (_, headers, code) => {
    expect(await codeOf(request('GET', connections, { headers }))).toBe(code);
  });

  it('accepts a token until the moment it expires', async () => {
    const { client, pass } = createEmulatorFixture();
    pass(tokenLifetimeMilliseconds - 1);
    await expect(client.listConnections('prod', {})).resolves.toMatchObject({ connections: [] });
    pass(1);
    expect(await failureOf(client.listConnections('prod', {}))).toMatchObject({
      status: 401,
      family: 'gateway',
      code: '401013',
    });
  });

  it('accepts any key that belongs to the token, and any key for a token without a client ID', async () => {
    const { clientAs } = createEmulatorFixture();
    const accessToken = mintAccessToken('my-own-client', 'openid', startOfTime, () => 'x');
    for (const caller of [
      { apiKey: 'my-own-client', accessToken },
      { apiKey: 'whichever', accessToken: 'e30.e30.' },
    ]) {
      await expect(clientAs(caller).listSandboxes()).resolves.toHaveProperty('items.length', 3);
    }
  });

  it('accepts header names in any case, and paths with a trailing slash (PM)', async () => {
    const { emulator, credentials } = createEmulatorFixture();
    const response = await emulator.fetch(
      new Request(`http://local.test/data/foundation${connections}/`, {
        headers: {
          AUTHORIZATION: `Bearer ${credentials.accessToken}`,
          'X-API-Key': credentials.apiKey,
          'X-Gw-Ims-Org-Id': credentials.organizationId,
          'X-Sandbox-Name': 'dev',
        },
      }),
    );
    expect(response.status).toBe(200);
  });
});

describe('requirements for a body', () => {
  const { request } = createEmulatorFixture();
  it.each([
    ['another Content-Type (TRB)', { body: '{}', headers: { 'Content-Type': 'text/plain' } }, '400 uri'],
    ['no Content-Type', { body: '{}', headers: { 'Content-Type': null } }, '400 uri'],
    ['nothing (1405)', { body: ' ' }, '400 FLOW-1405-400'],
    ['no JSON', { body: '{"name":' }, '400 FLOW-1000-400'],
  ])('%s', async (_, changes, code) => {
    expect(await codeOf(request('POST', connections, changes))).toBe(code);
  });

  it('may specify its charset', async () => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    const { status } = await request('POST', connections, { body: phoenixRequest(), headers });
    expect(status).toBe(201);
  });
});

it('returns a problem with all its text fields and a request ID (T-LABEL)', async () => {
  const { request } = createEmulatorFixture();
  const response = await request('GET', `${connections}/no-such-id`);
  expect(response.headers.get('content-type')).toBe('application/json');
  const text = 'connections not found with id = [no-such-id]';
  expect(await response.json()).toEqual({
    type: 'https://ns.adobe.com/aep/errors/FLOW-1439-404',
    title: 'Resource not found',
    status: 404,
    report: {
      'detailed-message': text,
      id: 'no-such-id',
      type: 'connections',
      'request-id': '00000001-0000-4000-8000-000000000000',
    },
    errorMessage: text,
    errorDetails: text,
  });
});

it('names a query key that the endpoint does not accept (1451)', async () => {
  const { request } = createEmulatorFixture();
  expect(await codeOf(request('GET', `${connections}?orderBy=name`))).toBe('400 FLOW-1451-400');
  expect(await codeOf(request('GET', `${connections}/x/test?deep=true`))).toBe('400 FLOW-1451-400');
});

it('returns 501 for an unknown route, and names the path', async () => {
  const { request } = createEmulatorFixture();
  for (const [method, path] of [
    ['GET', '/flowservice/runs'],
    ['PUT', '/flowservice/connections'],
    ['GET', '/flowservice/connections/x/configs'],
    ['POST', '/flowservice/connections/x/action'],
  ] as const) {
    const response = await request(method, path);
    expect(response.status).toBe(501);
    expect(await response.text()).toContain(`${method} /data/foundation${path}`);
  }
});
