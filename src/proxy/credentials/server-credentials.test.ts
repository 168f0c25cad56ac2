import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { readErrorBody } from '../../flow-service/schemas/error-body.ts';
import type { ProxyOptions } from '../create-proxy.ts';
import { type RecordedRequest, startProxy, startTarget } from '../test-target.ts';

const credentials: ProxyOptions['credentials'] = {
  kind: 'secret',
  clientId: 'server-client',
  organizationId: 'server-organization',
  clientSecret: 'server-secret',
  scopes: 'openid,session',
};

/** Seconds. */
const lifetime = 3600;

/** Milliseconds after which a refused token is replaced. */
const halfMinute = 30_000;

/** A gateway and an IMS in one server. Its tokens are `token-1`, `token-2` ...; it refuses those in `refused`. */
async function startAdobe(refused: ReadonlySet<string> = new Set()) {
  let issued = 0;
  const target = await startTarget(({ url, headers }, response) => {
    if (url === '/ims/token/v3') {
      issued += 1;
      answer(response, 200, { access_token: `token-${issued}`, token_type: 'bearer', expires_in: lifetime });
    } else if (refused.has(headers.authorization ?? '')) {
      answer(response, 401, { error_code: '401013', message: 'Oauth token is not valid' });
    } else {
      answer(response, 200, { items: [] });
    }
  });
  const isTokenRequest = ({ url }: RecordedRequest) => url === '/ims/token/v3';
  return {
    origin: target.origin,
    tokenRequests: () => target.requests.filter(isTokenRequest),
    requests: () => target.requests.filter((request) => !isTokenRequest(request)),
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const ownPage = { 'x-connection-wizard': '1' };

function list(origin: string) {
  return fetch(`${origin}/api/flowservice/connections`, { headers: { ...ownPage, 'x-sandbox-name': 'dev' } });
}

async function listManyTimes(origin: string, times: number): Promise<number[]> {
  const responses = await Promise.all(Array.from({ length: times }, () => list(origin)));
  return responses.map(({ status }) => status);
}

/** A proxy whose first token was used for a while, and is rejected from now on. */
async function startWithRejectedToken() {
  const refused = new Set<string>();
  const adobe = await startAdobe(refused);
  let now = 0;
  const proxy = await startProxy(adobe.origin, { credentials, now: () => now });
  await list(proxy.origin);
  refused.add('Bearer token-1');
  now = halfMinute;
  return { adobe, proxy };
}

test('the token request sends the secret in the form body', async () => {
  const adobe = await startAdobe();
  const proxy = await startProxy(adobe.origin, { credentials });
  await list(proxy.origin);
  const [request] = adobe.tokenRequests();
  expect(request).toMatchObject({
    method: 'POST',
    url: '/ims/token/v3',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'server-client',
    client_secret: 'server-secret',
    scope: 'openid,session',
  });
});

test('the credentials of the server replace those of the browser, and the sandbox stays', async () => {
  const adobe = await startAdobe();
  const proxy = await startProxy(adobe.origin, { credentials });
  const sent = { authorization: 'Bearer theirs', 'x-api-key': 'theirs', 'x-gw-ims-org-id': 'theirs' };
  await fetch(`${proxy.origin}/api/flowservice/connections`, {
    headers: { ...ownPage, ...sent, 'x-sandbox-name': 'dev' },
  });
  expect(adobe.requests()).toMatchObject([
    {
      headers: {
        authorization: 'Bearer token-1',
        'x-api-key': 'server-client',
        'x-gw-ims-org-id': 'server-organization',
        'x-sandbox-name': 'dev',
      },
    },
  ]);
});

test('200 concurrent requests with an expired token cause one token request and no failure', async () => {
  const adobe = await startAdobe();
  let now = 0;
  const proxy = await startProxy(adobe.origin, { credentials, now: () => now });
  await list(proxy.origin);
  now = lifetime * 1000 + 1;
  expect(await listManyTimes(proxy.origin, 200)).toEqual(Array.from({ length: 200 }, () => 200));
  expect(adobe.tokenRequests()).toHaveLength(2);
});

test('200 concurrent requests with a rejected token cause one token request and no failure', async () => {
  const { adobe, proxy } = await startWithRejectedToken();
  expect(await listManyTimes(proxy.origin, 200)).toEqual(Array.from({ length: 200 }, () => 200));
  expect(adobe.tokenRequests()).toHaveLength(2);
});

test('a token is used until a few minutes before it expires', async () => {
  const adobe = await startAdobe();
  let now = 0;
  const proxy = await startProxy(adobe.origin, { credentials, now: () => now });
  for (const minute of [0, 54, 56]) {
    now = minute * 60_000;
    await list(proxy.origin);
  }
  expect(adobe.requests().map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('while a token cannot be renewed, the old one is used until it expires', async () => {
  let isDown = false;
  const target = await startTarget(({ url }, response) => {
    if (url !== '/ims/token/v3') answer(response, 200, { items: [] });
    else if (isDown) answer(response, 503, {});
    else answer(response, 200, { access_token: 'token', expires_in: lifetime });
  });
  let now = 0;
  const proxy = await startProxy(target.origin, { credentials, now: () => now });
  await list(proxy.origin);
  isDown = true;
  const statuses: number[] = [];
  for (const minute of [56, 59, 61]) {
    now = minute * 60_000;
    statuses.push((await list(proxy.origin)).status);
  }
  expect(statuses).toEqual([200, 200, 502]);
});

test('a create request with a rejected token is not sent again, and the next one has a new token', async () => {
  const { adobe, proxy } = await startWithRejectedToken();
  const create = () =>
    fetch(`${proxy.origin}/api/flowservice/connections`, { method: 'POST', body: '{}', headers: ownPage });
  expect((await create()).status).toBe(401);
  expect(adobe.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect((await create()).status).toBe(200);
});

test('a token that is rejected repeatedly results in an error', async () => {
  const adobe = await startAdobe(new Set(['Bearer token-1', 'Bearer token-2']));
  let now = 0;
  const proxy = await startProxy(adobe.origin, { credentials, now: () => now });
  const requestsOfOne = async () => {
    const before = adobe.requests().length;
    expect((await list(proxy.origin)).status).toBe(401);
    return adobe.requests().length - before;
  };
  // Requesting another token helps only when the refused one has been used for a while.
  expect(await requestsOfOne()).toBe(1);
  now = halfMinute;
  expect(await requestsOfOne()).toBe(2);
  expect(await requestsOfOne()).toBe(1);
  expect(adobe.tokenRequests()).toHaveLength(2);
});

test('the environment says whether the server has credentials, and until when', async () => {
  const adobe = await startAdobe();
  const proxy = await startProxy(adobe.origin, { credentials, now: () => 5000 });
  const ask = async () => {
    const response = await fetch(`${proxy.origin}/api/environment`);
    return response.json();
  };
  const held = { clientId: 'server-client', organizationId: 'server-organization' };
  expect(await ask()).toMatchObject({ credentials: { ...held, expiresAt: null } });
  await list(proxy.origin);
  expect(await ask()).toMatchObject({ credentials: { ...held, expiresAt: 5000 + lifetime * 1000 } });
});

test('without a token, the request has certainly not been sent', async () => {
  const target = await startTarget((_request, response) => {
    answer(response, 400, {
      error: 'invalid_client',
      error_description: 'invalid client_secret server-secret',
    });
  });
  const proxy = await startProxy(target.origin, { credentials });
  const response = await list(proxy.origin);
  const text = await response.text();
  expect(response.status).toBe(502);
  expect(readErrorBody(text)).toMatchObject({ family: 'proxy', reached: 'no' });
  expect(text).toContain('invalid_client');
  expect(text).not.toContain('server-secret');
  expect(target.requests).toHaveLength(1);
});

test('after a failure, Adobe IMS is asked again at the time it named, and until then requests fail', async () => {
  const target = await startTarget(({ url }, response) => {
    if (url === '/ims/token/v3') response.setHeader('retry-after', '40');
    answer(response, 429, {});
  });
  let now = 0;
  const proxy = await startProxy(target.origin, { credentials, now: () => now });
  for (const [time, retryAfter, asked] of [
    [0, '40', 1],
    [30_000, '10', 1],
    [39_999, '1', 1],
    [40_000, '40', 2],
  ] as const) {
    now = time;
    const { status, headers } = await list(proxy.origin);
    expect([status, headers.get('retry-after')]).toEqual([502, retryAfter]);
    expect(target.requests).toHaveLength(asked);
  }
});

test('a configured token is used unchanged', async () => {
  const given = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln';
  const adobe = await startAdobe(new Set([`Bearer ${given}`]));
  const { clientId, organizationId } = credentials;
  const proxy = await startProxy(adobe.origin, {
    credentials: { kind: 'token', clientId, organizationId, accessToken: given },
  });
  expect((await list(proxy.origin)).status).toBe(401);
  expect(adobe.requests()).toMatchObject([{ headers: { authorization: `Bearer ${given}` } }]);
  expect(adobe.tokenRequests()).toEqual([]);
  const environment = await fetch(`${proxy.origin}/api/environment`);
  expect(await environment.json()).toMatchObject({ credentials: { expiresAt: 1000 } });
});
