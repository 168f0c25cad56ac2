import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { environment } from '../../flow-service/schemas/environment.ts';
import { createIdempotencyKey } from '../../flow-service/idempotency-key.ts';
import { createRedaction } from './redaction.ts';
import { serverSecret as credentials, startProxy, startTarget } from '../test-target.ts';

function list(origin: string) {
  return fetch(`${origin}/api/flowservice/connections`, { headers: { 'x-connection-wizard': '1' } });
}

test('a response without a secret is unchanged, and so are its headers', async () => {
  const body = Buffer.from([...Array(256).keys()]);
  const target = await startTarget(({ url }, response) => {
    if (url === '/ims/token/v3') {
      response.end('{"access_token":"token-of-the-server","expires_in":1000}');
    } else {
      response.setHeader('content-type', 'application/octet-stream');
      response.setHeader('x-request-id', 'token-of-somebody-else');
      response.setHeader('etag', '"1a2b-3c%4d"').end(body);
    }
  });
  const proxy = await startProxy(target.origin, { credentials });
  const response = await list(proxy.origin);
  expect(response.headers.get('etag')).toBe('"1a2b-3c%4d"');
  expect(response.headers.get('x-request-id')).toBe('token-of-somebody-else');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
});

test('a replaced token is still removed from a response that is in progress', async () => {
  let issued = 0;
  let answerFirst = (): void => undefined;
  const target = await startTarget(({ url, headers }, response) => {
    const finish = () => void response.end(`You sent ${headers.authorization}.`);
    if (url === '/ims/token/v3') {
      issued += 1;
      response.end(`{"access_token":"token-of-the-server-${issued}","expires_in":1000}`);
    } else if (headers.authorization?.endsWith('1')) {
      answerFirst = finish;
    } else {
      finish();
    }
  });
  let now = 0;
  const proxy = await startProxy(target.origin, { credentials, now: () => now });
  const first = list(proxy.origin);
  await expect.poll(() => target.requests.length, { timeout: 30_000 }).toBe(2);
  now = 1_000_000;
  const second = await list(proxy.origin);
  expect(await second.text()).toBe('You sent Bearer ********.');
  expect(issued).toBe(2);
  answerFirst();
  expect(await (await first).text()).toBe('You sent Bearer ********.');
});

test('the stored response to a repeated write does not contain the token', async () => {
  let issued = 0;
  const target = await startTarget(({ url, headers }, response) => {
    if (url !== '/ims/token/v3') response.writeHead(201).end(`You sent ${headers.authorization}.`);
    else response.end(`{"access_token":"token-of-the-server-${(issued += 1)}","expires_in":1000}`);
  });
  let now = 0;
  const proxy = await startProxy(target.origin, { credentials, now: () => now });
  const described = await fetch(`${proxy.origin}/api/environment`);
  const key = createIdempotencyKey(environment.parse(await described.json()).writeNonce);
  const headers = { 'x-connection-wizard': '1', 'idempotency-key': key };
  const url = `${proxy.origin}/api/flowservice/connections`;
  const create = () => fetch(url, { method: 'POST', headers, body: '{}' });
  expect(await (await create()).text()).toBe('You sent Bearer ********.');
  // After this many tokens, the token in the stored answer is no longer searched for.
  for (let count = 0; count < 21; count += 1) {
    now += 1_000_000;
    await list(proxy.origin);
  }
  expect(issued).toBe(22);
  expect(await (await create()).text()).toBe('You sent Bearer ********.');
  const attempt = await fetch(`${proxy.origin}/api/attempt`, { headers });
  expect(await attempt.text()).toBe('You sent Bearer ********.');
});

test('the last twenty tokens and the initial credentials are removed', () => {
  const { addToken, redact } = createRedaction(['secret-of-the-server']);
  const tokens = Array.from({ length: 21 }, (_, index) => `token-${String.fromCharCode(97 + index)}`);
  for (const token of tokens) addToken(token);
  addToken('token-b');
  addToken('token-v');
  expect(redact('token-a token-b token-c token-d token-v secret-of-the-server')).toBe(
    'token-a ******** token-c ******** ******** ********',
  );
});

const longToken = `eyJhbGciOiJSUzI1NiJ9.${'eyJ1c2VyIjoiYS1iX2MifQ'.repeat(60)}.c2lnbmF0dXJl-_c2ln`;

test.each([
  ['backslashes', '\\'],
  ['the token with a blank behind every character', `${Array.from(longToken).join(' ')}\n`],
  ['all of the token but its last character', longToken.slice(0, -1)],
  ['escapes that never end', '&#\\u{00000%25'],
])('other requests are served while the longest response is searched: %s', async (_name, part) => {
  const { redactAnswer } = createRedaction(['secret-of-the-server', longToken]);
  const size = 16 * 1024 * 1024;
  const body = new Uint8Array(Buffer.from(part.repeat(Math.ceil(size / part.length)).slice(0, size)));
  // Processor time, because wall time also depends on other processes.
  let start = process.cpuUsage();
  const answer = redactAnswer({ status: 200, headers: {}, body });
  let longestTurn = 0;
  let redacted: Awaited<typeof answer> | undefined;
  while (redacted === undefined) {
    redacted = await Promise.race([answer, setImmediate(undefined)]);
    longestTurn = Math.max(longestTurn, process.cpuUsage(start).user / 1000);
    start = process.cpuUsage();
  }
  expect(longestTurn).toBeLessThan(300);
  expect(Buffer.from(redacted.body).includes(longToken.split('').join(' '))).toBe(false);
});

test.each([
  ['an unknown encoding', 'zstd', gzipSync('{}')],
  ['one among others', 'gzip, compress', gzipSync('{}')],
  ['a body that is not in its declared encoding', 'gzip', Buffer.from('{}')],
  ['what breaks off', 'br', Buffer.from([0x8b])],
])('a compressed response that cannot be searched is rejected: %s', async (_name, encoding, body) => {
  const target = await startTarget((_request, response) => {
    response.setHeader('content-encoding', encoding).end(body);
  });
  const proxy = await startProxy(target.origin);
  const response = await list(proxy.origin);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    title: 'The service did not respond with valid HTTP',
    detail: 'The response uses an unsupported compression.',
    reached: 'unknown',
  });
});

test('a compressed response that exceeds the limit is rejected', async () => {
  const target = await startTarget((_request, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(17 * 1024 * 1024)));
  });
  const proxy = await startProxy(target.origin);
  const response = await list(proxy.origin);
  expect(await response.json()).toMatchObject({ title: 'The response is too large', reached: 'unknown' });
});
