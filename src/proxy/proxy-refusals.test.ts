import { request as httpRequest } from 'node:http';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readErrorBody } from '../flow-service/schemas/error-body.ts';
import { sendRaw, startProxy, startTarget } from './test-target.ts';

/** Sends raw characters to a proxy and returns the HTTP status and the problem's type. */
async function refusalOf(origin: string, head: string, body = '') {
  const answer = await sendRaw(origin, `${head}\r\nConnection: close\r\n\r\n${body}`);
  const { type, reached } = readErrorBody(answer.slice(answer.indexOf('\r\n\r\n') + 4));
  return { status: Number(answer.split(' ')[1]), type: type?.split(':').at(-1) ?? null, reached };
}

const path = '/api/flowservice/connections';
const host = 'Host: localhost:5173';
const unlisted = { status: 404, type: 'unlisted', reached: 'no' };
const forbidden = { status: 403, type: 'forbidden', reached: 'no' };

test.each([
  'GET /api/flowservice/runs',
  'POST /api/flowservice/flows',
  'GET /api/flowservice/flows/1',
  'POST /api/flowservice/sourceConnections',
  'DELETE /api/flowservice/flows',
  'DELETE /api/flowservice/connections',
  'PUT /api/flowservice/connections/1',
  // The local service answers this request, but no page sends it.
  'POST /api/flowservice/connections/search',
  'POST /api/flowservice/connectionSpecs',
  'GET /api/flowservice/connectionSpecs?limit=1',
  'HEAD /api/flowservice/connections',
  'HEAD /api/environment',
  'POST /api/environment',
  'GET /api/x/../environment',
  'GET http://localhost:5173/api/environment',
  'OPTIONS /api/flowservice/connections',
  'TRACE /api/flowservice/connections',
  'GET /api/flowservice/connections/',
  'GET /api/flowservice//connections',
  'GET //api/flowservice/connections',
  'GET /api/flowservice/../../x',
  'GET /api/flowservice/x/../connections',
  'GET /api/flowservice/./connections',
  'GET /api/flowservice/%2e%2e/flowservice/connections',
  'GET /api/flowservice/connections/%2e%2e',
  'GET /api/flowservice/connections/..',
  'GET /api/flowservice/connections/a%2Fb',
  'GET /api/flowservice/connections/a%5cb',
  'GET /api/flowservice/connections/a;b',
  'GET /api/flowservice/%63onnections',
  'GET /API/flowservice/connections',
  'GET /api/flowservice/connections/1/action',
  'GET /api/flowservice/connections?unknown=1',
  'POST /api/flowservice/connections?mode=draft',
  'GET http://localhost:5173/api/flowservice/connections',
  'GET http://elsewhere.example/api/flowservice/connections',
  'GET /data/foundation/flowservice/connections',
  'GET /api/local/scenarios',
])('never forwarded: %s', async (requestLine) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  const refusal = await refusalOf(proxy.origin, `${requestLine} HTTP/1.1\r\n${host}`);
  expect(refusal).toEqual(
    requestLine.startsWith('HEAD') ? { status: 404, type: null, reached: null } : unlisted,
  );
  expect(target.requests).toEqual([]);
});

test.each([
  ['a foreign Host that resolves to this server', 'Host: evil.example'],
  ['a Host that starts with an allowed name', 'Host: localhost.evil.example'],
  ['an Origin elsewhere', `${host}\r\nOrigin: https://evil.example`],
  ['an Origin on another port of this machine', `${host}\r\nOrigin: http://localhost:3000`],
  ['a hidden Origin', `${host}\r\nOrigin: null`],
  ['another site', `${host}\r\nSec-Fetch-Site: cross-site`],
  ['another port, as the browser sees it', `${host}\r\nSec-Fetch-Site: same-site`],
  ['an address typed by the user, for a change', `${host}\r\nSec-Fetch-Site: none`],
])('forbidden: %s', async (_name, headers) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  const head = `POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Length: 2`;
  expect(await refusalOf(proxy.origin, head, '{}')).toEqual(forbidden);
  expect(target.requests).toEqual([]);
});

test.each([
  ['localhost', 'https://wizard.example', 'evil.example'],
  ['0.0.0.0', null, 'evil.example'],
  ['0.0.0.0', 'https://wizard.example', '192.168.1.5:4173'],
  ['box.example', null, 'evil.example'],
])('forbidden: listening on %s, public origin %s, Host %s', async (listenHost, publicOrigin, other) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin, { listenHost, publicOrigin });
  expect(await refusalOf(proxy.origin, `GET ${path} HTTP/1.1\r\nHost: ${other}`)).toEqual(forbidden);
  expect(target.requests).toEqual([]);
});

test.each([
  ['localhost', null, 'localhost:5173', 'http://localhost:5173'],
  ['localhost', null, '[::1]:5173', 'http://[::1]:5173'],
  ['localhost', 'https://wizard.example', 'wizard.example', 'https://wizard.example'],
  ['localhost', 'https://wizard.example', '127.0.0.1:4173', 'https://wizard.example'],
  ['0.0.0.0', null, '192.168.1.5:4173', 'http://192.168.1.5:4173'],
  ['box.example', null, 'box.example:4173', 'http://box.example:4173'],
])('allowed: listening on %s, public origin %s, Host %s', async (listenHost, publicOrigin, own, origin) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin, { listenHost, publicOrigin });
  const head = `POST ${path} HTTP/1.1\r\nHost: ${own}\r\nOrigin: ${origin}\r\nSec-Fetch-Site: same-origin`;
  const key = `Idempotency-Key: ${await proxy.createKey()}`;
  expect(await refusalOf(proxy.origin, `${head}\r\n${key}\r\nContent-Length: 2`, '{}')).toMatchObject({
    status: 200,
  });
});

test.each([
  ['no Host', `GET ${path} HTTP/1.0`, ''],
  ['a Host with a user in it', `GET ${path} HTTP/1.1\r\nHost: evil.example@localhost`, ''],
  ['a backslash', `GET /api/flowservice\\connections HTTP/1.1\r\n${host}`, ''],
  ['two Hosts', `GET ${path} HTTP/1.1\r\n${host}\r\nHost: evil.example`, ''],
  ['a GET with a body', `GET ${path} HTTP/1.1\r\n${host}\r\nContent-Length: 2`, '{}'],
  ['a GET in chunks', `GET ${path} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked`, '0\r\n\r\n'],
  [
    'a length and chunks',
    `POST ${path} HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked`,
    '0\r\n\r\n',
  ],
  ['two lengths', `POST ${path} HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nContent-Length: 3`, '{}x'],
  ['an unknown encoding', `POST ${path} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: xchunked`, '{}'],
  ['chunked not last', `POST ${path} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked, identity`, '{}'],
  ['a folded header', `POST ${path} HTTP/1.1\r\n${host}\r\nX-A: b\r\n Content-Length: 2`, '{}'],
  ['a tunnel', `CONNECT evil.example:443 HTTP/1.1\r\n${host}`, ''],
])('nothing is forwarded: %s', async (_name, head, body) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  await refusalOf(proxy.origin, head, body);
  expect(target.requests).toEqual([]);
});

test.each([
  ['its length says so', 'Content-Length: 65537', ''],
  ['it turns out so', 'Transfer-Encoding: chunked', `10001\r\n${'x'.repeat(65_537)}\r\n0\r\n\r\n`],
])('a request is too large: %s', async (_name, header, body) => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  const head = `POST ${path} HTTP/1.1\r\n${host}\r\n${header}`;
  expect(await refusalOf(proxy.origin, head, body)).toEqual({
    status: 413,
    type: 'too-large',
    reached: 'no',
  });
  expect(target.requests).toEqual([]);
});

test('behind a reverse proxy with TLS, the page without TLS is rejected', async () => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin, { publicOrigin: 'https://wizard.example' });
  const head = `GET ${path} HTTP/1.1\r\nHost: wizard.example\r\nOrigin: http://wizard.example`;
  expect(await refusalOf(proxy.origin, head)).toEqual(forbidden);
  expect(target.requests).toEqual([]);
});

test('an incomplete request is not forwarded', async () => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  const unfinished = httpRequest(`${proxy.origin}${path}`, {
    method: 'POST',
    headers: { 'content-length': 9 },
  });
  unfinished.on('error', () => undefined).write('{"a"');
  await new Promise((resolve) => unfinished.once('socket', (socket) => socket.once('connect', resolve)));
  unfinished.destroy();
  await expect.poll(() => proxy.lines, { timeout: 30_000 }).toHaveLength(1);
  expect(target.requests).toEqual([]);
});

test('whatever the path, only addresses in the endpoint table are forwarded', async () => {
  const target = await startTarget();
  const proxy = await startProxy(target.origin);
  const piece = fc.constantFrom(...pathPieces);
  const anyPath = fc.oneof(
    fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('/')}`),
    fc.array(piece, { maxLength: 4 }).map((pieces) => `/api/flowservice/${pieces.join('/')}`),
    fc.stringMatching(/^\/api\/flowservice\/[!-~]{0,20}$/),
  );
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(method, anyPath, async (chosen, generated) => {
      const before = target.requests.length;
      await refusalOf(proxy.origin, `${chosen} ${generated} HTTP/1.1\r\n${host}\r\nContent-Length: 0`);
      for (const arrived of target.requests.slice(before)) {
        expect(`${arrived.method} ${arrived.url}`).toMatch(listed);
        expect(arrived.url).toBe(generated.replace(/^\/api/, '/data/foundation').replace(/\?$/, ''));
      }
    }),
    { numRuns: 500, examples: [['GET', path]] },
  );
  expect(target.requests).not.toEqual([]);
});

const pathPieces = [
  ...'api flowservice sandbox-management connections connectionSpecs search test explore flows sourceConnections runs'.split(
    ' ',
  ),
  ...'data 1 a-b .. . %2e%2e %2f %00 ~ @ :80'.split(' '),
  '',
];

/** The endpoint table written a second time by hand: the requests of the pages. */
const listed = new RegExp(
  [
    '^GET /data/foundation/sandbox-management/$',
    '^GET /data/foundation/flowservice/connectionSpecs(/[A-Za-z0-9-]+)?$',
    '^(GET|POST) /data/foundation/flowservice/connections$',
    '^GET /data/foundation/flowservice/(flows|sourceConnections)$',
    '^(GET|PATCH|DELETE) /data/foundation/flowservice/connections/[A-Za-z0-9-]+$',
    '^GET /data/foundation/flowservice/connections/[A-Za-z0-9-]+/(test|explore)$',
  ].join('|'),
);
