import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from './settings/settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(folder, 'index.html'), 'hello');
  server = await startServer(readSettings({ HOST: '127.0.0.1', PORT: '0' }), folder, () => undefined);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Sends raw characters and returns everything that is received, however the connection ends. */
async function sendRaw(request: string): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1').on('error', () => undefined);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  socket.write(request);
  await once(socket, 'close');
  return answer;
}

const host = 'Host: localhost\r\nConnection: close\r\n';
const get = (target: string, headers = host) => `GET ${target} HTTP/1.1\r\n${headers}\r\n`;
const post = (headers: string, body = '') =>
  `POST /api/flowservice/connections HTTP/1.1\r\n${host}${headers}\r\n${body}`;

test.each([
  ['a path that is not UTF-8', get('/%ff%zz'), 404],
  ['an address of another server', get('http://elsewhere.example/api/environment'), 404],
  ['an address without a host', get('http://'), 400],
  ['a backslash', get('/\\..\\api/environment'), 400],
  ['an asterisk', get('*'), 400],
  ['no path', get('api/environment'), 400],
  ['a path of 20 kB', get(`/${'a'.repeat(20_000)}`), 431],
  ['no host', get('/', 'Connection: close\r\n'), 400],
  ['an invalid host', get('/', 'Host: [::1\r\nConnection: close\r\n'), 400],
  ['10,000 headers', get('/healthz', `${host}${'a: b\r\n'.repeat(10_000)}`), 431],
  ['300 headers', get('/healthz', `${host}${'a: b\r\n'.repeat(300)}`), 200],
  ['header names that JavaScript defines', get('/api/environment', `${host}__proto__: a\r\n`), 200],
  ['HTTP/1.0', 'GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n', 200],
  ['HTTP/1.0 without a host', 'GET /healthz HTTP/1.0\r\n\r\n', 400],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['a wish for another protocol', get('/healthz', `${host}Upgrade: websocket\r\n`), 200],
  ['an unknown method', `BREW / HTTP/1.1\r\n${host}\r\n`, 400],
  ['an unsupported expectation', post('Expect: coffee\r\nContent-Length: 0\r\n'), 417],
  [
    'a body that is announced and too large',
    post('Expect: 100-continue\r\nContent-Length: 99999999\r\n'),
    413,
  ],
  ['a length that is not a number', post('Content-Length: NaN\r\n'), 400],
  ['two lengths', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'), 400],
  ['a chunk without a length', post('Transfer-Encoding: chunked\r\n', 'zz\r\n'), 400],
])('%s gets a response, and the server continues', async (_name, request, status) => {
  const answer = await sendRaw(request);
  const final = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  expect(final).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
});

test('CONNECT gets no response, and the server continues', async () => {
  expect(await sendRaw(`CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n`)).toBe('');
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
});
