import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { endpointUrl, endpoints } from '../flow-service/endpoints.ts';
import { environment } from '../flow-service/schemas/environment.ts';
import { startProxy, startTarget } from './test-target.ts';

const documented = {
  authorization: 'Bearer a.b.c',
  'x-api-key': 'key',
  'x-gw-ims-org-id': 'organization',
  'x-sandbox-name': 'prod',
  'content-type': 'application/json',
  'if-match': '"etag"',
  accept: 'application/json',
};

test('every endpoint in the table is forwarded to its gateway address', async () => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  for (const endpoint of Object.values(endpoints)) {
    const id = endpoint.path.includes('{id}') ? '0d982fff-c443-403e-982f-ffc443f03e37' : null;
    const query = endpoint.query.map((key) => [key, 'a=="b c", +d'] as const);
    const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
    const { status } = await fetch(endpointUrl(`${proxy.origin}/api`, endpoint, id, query), {
      method: endpoint.method,
      ...(hasBody && { body: '{"name":"Größe"}' }),
    });
    expect(status).toBe(200);
    expect(target.requests.at(-1)).toMatchObject({
      method: endpoint.method,
      url: endpointUrl('/data/foundation', endpoint, id, query),
      body: hasBody ? '{"name":"Größe"}' : '',
    });
  }
});

test('the documented headers reach the service, and no other browser headers do', async () => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  await fetch(`${proxy.origin}/api/flowservice/connections`, {
    method: 'POST',
    body: '{}',
    headers: {
      ...documented,
      cookie: 'session=1',
      origin: proxy.origin,
      referer: `${proxy.origin}/connect`,
      forwarded: 'for=1.2.3.4',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'elsewhere.example',
      'x-sandbox-id': 'no',
      'x-http-method-override': 'DELETE',
      'user-agent': 'browser',
      'accept-language': 'de',
      'x-request-id': 'mine',
    },
  });
  const { host, connection, ...headers } = target.requests[0]?.headers ?? {};
  expect(host).toBe(new URL(target.origin).host);
  expect(connection).toBe('keep-alive');
  expect(headers).toEqual({ ...documented, 'content-length': '2', 'accept-encoding': 'identity' });
});

test('the page receives status, body and a few headers of a response', async () => {
  const target = await startTarget((_request, response) => {
    response.writeHead(429, {
      'content-type': 'application/json',
      'retry-after': '7',
      'x-request-id': 'abc-1',
      'set-cookie': 'session=1',
      location: 'https://elsewhere.example/',
      'access-control-allow-origin': '*',
      server: 'Apache',
    });
    response.end('{"error_code":"429050"}');
  });
  const proxy = await startProxy(target.origin);
  const response = await fetch(`${proxy.origin}/api/flowservice/connections`);
  expect(response.status).toBe(429);
  expect(await response.text()).toBe('{"error_code":"429050"}');
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'content-length': '23',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-type': 'application/json',
    'cross-origin-resource-policy': 'same-origin',
    date: expect.any(String),
    'keep-alive': 'timeout=5',
    'retry-after': '7',
    'x-content-type-options': 'nosniff',
    'x-request-id': 'abc-1',
  });
});

test('an empty response stays empty, and an encoded one stays readable', async () => {
  const target = await startTarget(({ method }, response) => {
    if (method === 'DELETE') response.writeHead(204).end();
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"items":[]}'));
  });
  const proxy = await startProxy(target.origin);
  const gone = await fetch(`${proxy.origin}/api/flowservice/connections/1`, { method: 'DELETE' });
  expect([gone.status, await gone.text()]).toEqual([204, '']);
  const list = await fetch(`${proxy.origin}/api/flowservice/connections`);
  expect(await list.text()).toBe('{"items":[]}');
});

test('the environment names the service that the server uses', async () => {
  const proxy = await startProxy('https://platform.adobe.io', { target: 'adobe', sandbox: 'dev' });
  const response = await fetch(`${proxy.origin}/api/environment`);
  expect(environment.parse(await response.json())).toEqual({
    target: 'adobe',
    databases: 'real',
    gatewayHost: 'platform.adobe.io',
    credentials: null,
    sandbox: 'dev',
    writeNonce: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('the log has one line for each request, with the request ID and without the query', async () => {
  const target = await startTarget((_request, response) => {
    response.writeHead(200, { 'x-request-id': 'abc-1' }).end('{}');
  });
  const proxy = await startProxy(target.origin);
  await fetch(`${proxy.origin}/api/flowservice/connections?property=name==x`);
  await fetch(`${proxy.origin}/api/flowservice/runs`);
  expect(proxy.lines).toEqual([
    expect.stringMatching(/^GET \/api\/flowservice\/connections 200 \d+ms abc-1$/),
    expect.stringMatching(/^GET \/api\/flowservice\/runs 404 \d+ms -$/),
  ]);
});

test('the operations of the local service are forwarded only when it is the target', async () => {
  const target = await startTarget();
  const local = await startProxy(target.origin, { target: 'local' });
  const other = await startProxy(target.origin, { target: 'other' });
  expect((await fetch(`${other.origin}/api/local/reset`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${local.origin}/api/local/reset?all=1`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${local.origin}/api/local/unknown`, { method: 'POST' })).status).toBe(404);
  expect(target.requests).toEqual([]);
  expect((await fetch(`${local.origin}/api/local/reset`, { method: 'POST' })).status).toBe(200);
  expect(target.requests).toMatchObject([{ method: 'POST', url: '/local/reset' }]);
});

test('requests above the concurrency limit are rejected and do not reach the service', async () => {
  const held: ServerResponse[] = [];
  let isHolding = true;
  const target = await startTarget((_request, response) => {
    if (isHolding) held.push(response);
    else response.end('{}');
  });
  const proxy = await startProxy(target.origin);
  const statuses = Array.from({ length: 330 }, async () => {
    const { status } = await fetch(`${proxy.origin}/api/flowservice/connections`);
    return status;
  });
  await expect.poll(() => proxy.lines, { timeout: 30_000 }).toHaveLength(10);
  await expect.poll(() => held, { timeout: 30_000 }).toHaveLength(64);
  isHolding = false;
  for (const response of held) response.end('{}');
  const counts = (await Promise.all(statuses)).filter((status) => status === 503);
  expect(counts).toHaveLength(10);
  expect(target.requests).toHaveLength(320);
});
