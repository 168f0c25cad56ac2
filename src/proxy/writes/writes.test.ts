import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createIdempotencyKey } from '../../flow-service/idempotency-key.ts';
import { problemOf, startProxy, startTarget } from '../test-target.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly key?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A proxy in front of a service that delays its answers until the test releases them. */
async function start() {
  const held: ServerResponse[] = [];
  let isOver = false;
  const target = await startTarget(
    (_request, response) => void (isOver ? response.end() : held.push(response)),
  );
  const proxy = await startProxy(target.origin);
  // A failed test leaves requests pending, and the proxy waits for them when it closes.
  onTestFinished(() => {
    isOver = true;
    for (const response of held) response.end();
  });
  return {
    ...proxy,
    requests: target.requests,
    /** Resolves when this many requests have arrived since the start. */
    arrived: (count: number) => expect.poll(() => target.requests, { timeout: 30_000 }).toHaveLength(count),
    answer: (status = 201, body = '{"id":"1"}') => {
      for (const response of held.splice(0)) {
        response.writeHead(status, { etag: '"1"', 'x-request-id': 'abc', 'x-secret': 'no' }).end(body);
      }
    },
    send: ({ method = 'POST', path = '', key, body = '{}', headers }: Sent, signal?: AbortSignal) =>
      fetch(`${proxy.origin}/api/flowservice/connections${path}`, {
        method,
        headers: {
          authorization: 'Bearer mine',
          'x-api-key': 'key',
          'x-gw-ims-org-id': 'organization',
          'x-sandbox-name': 'prod',
          ...(method === 'PATCH' && { 'if-match': '"1"' }),
          ...headers,
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(method !== 'DELETE' && { body }),
        ...(signal && { signal }),
      }),
    readAttempt: (key: string) =>
      fetch(`${proxy.origin}/api/attempt`, { headers: { 'idempotency-key': key } }),
  };
}

/** The part of an answer that a page sees. */
async function seenOf(answer: Promise<Response>) {
  const response = await answer;
  const { date: _, 'idempotent-replayed': __, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

test.each([
  ['POST', ''],
  ['PATCH', '/1'],
  ['DELETE', '/1'],
])('a repeated %s is processed once, and all clients get its response', async (method, path) => {
  const { send, readAttempt, requests, arrived, answer, createKey } = await start();
  const key = await createKey();
  const first = send({ method, path, key });
  await arrived(1);
  const during = [send({ method, path, key }), send({ method, path, key }), readAttempt(key)];
  // Waiting for this later request ensures that the others have joined before the service answers.
  await expect(problemOf(readAttempt(await createKey()))).resolves.toEqual([404, 'unseen', 'no']);
  answer();
  const seen = await seenOf(first);
  expect(seen).toMatchObject({ status: 201, body: '{"id":"1"}', headers: { etag: '"1"' } });
  const after = [send({ method, path, key }), readAttempt(key)];
  for (const other of [...during, ...after]) expect(await seenOf(other)).toEqual(seen);
  expect(requests).toHaveLength(1);
});

test('the response of an attempt is marked as such, and an error is not', async () => {
  const { origin, readAttempt, createKey } = await start();
  const unseen = await readAttempt(await createKey());
  expect(unseen.headers.get('idempotent-replayed')).toBe('true');
  const foreign = await fetch(`${origin}/api/attempt`, {
    headers: { 'idempotency-key': await createKey(), origin: 'https://evil.example' },
  });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.has('idempotent-replayed')).toBe(false);
});

test.each([
  ['another body', { body: '{"name":"other"}' }],
  ['another method', { method: 'PATCH', path: '/1' }],
  ['another token', { headers: { authorization: 'Bearer theirs' } }],
  ['another API key', { headers: { 'x-api-key': 'theirs' } }],
  ['another organization', { headers: { 'x-gw-ims-org-id': 'theirs' } }],
  ['another sandbox', { headers: { 'x-sandbox-name': 'dev' } }],
])('a key with %s is rejected without details', async (_name, changed) => {
  const { send, requests, arrived, answer, createKey } = await start();
  const key = await createKey();
  const first = send({ key });
  await arrived(1);
  expect(await problemOf(send({ key, ...changed }))).toEqual([422, 'key-mismatch', 'no']);
  answer();
  await first;
  const refused = await seenOf(send({ key, ...changed }));
  expect(JSON.stringify(refused)).not.toMatch(/abc|"id"/);
  expect(requests).toHaveLength(1);
});

test('a key for another path or version is rejected', async () => {
  const { send, arrived, answer, createKey } = await start();
  const key = await createKey();
  const first = send({ method: 'PATCH', path: '/1', key });
  await arrived(1);
  answer();
  await first;
  for (const other of [{ path: '/2' }, { path: '/1', headers: { 'if-match': '"2"' } }]) {
    expect(await problemOf(send({ method: 'PATCH', key, ...other }))).toEqual([422, 'key-mismatch', 'no']);
  }
});

test.each([
  ['issued before the server restarted', createIdempotencyKey('0'.repeat(32)), [409, 'stale-key', 'unknown']],
  ['that is not a key', 'x', [400, 'malformed-key', 'no']],
  ['that is empty', '', [400, 'malformed-key', 'no']],
  ['with something behind it', `${createIdempotencyKey('0'.repeat(32))}0`, [400, 'malformed-key', 'no']],
])('a key %s is rejected', async (_name, key, refusal) => {
  const { send, readAttempt, requests } = await start();
  for (const [method, path] of [
    ['POST', ''],
    ['PATCH', '/1'],
    ['DELETE', '/1'],
  ] as const) {
    expect(await problemOf(send({ method, path, key }))).toEqual(refusal);
  }
  expect(await problemOf(readAttempt(key))).toEqual(refusal);
  expect(requests).toEqual([]);
});

test('a write that arrives after it was reported missing is rejected', async () => {
  const { send, readAttempt, requests, createKey } = await start();
  const key = await createKey();
  expect(await problemOf(readAttempt(key))).toEqual([404, 'unseen', 'no']);
  expect(await problemOf(send({ key }))).toEqual([409, 'closed-key', 'no']);
  expect(requests).toEqual([]);
});

test('a browser must send a key with each change, and a program need not', async () => {
  const { send, requests, arrived, answer } = await start();
  const headers = { 'sec-fetch-site': 'same-origin' };
  for (const [method, path] of [
    ['POST', ''],
    ['PATCH', '/1'],
    ['DELETE', '/1'],
  ] as const) {
    expect(await problemOf(send({ method, path, headers }))).toEqual([428, 'key-required', 'no']);
  }
  expect(requests).toEqual([]);
  const program = send({});
  await arrived(1);
  answer();
  expect((await program).status).toBe(201);
});

test('the key is neither forwarded nor logged', async () => {
  const { send, readAttempt, requests, arrived, answer, createKey, lines } = await start();
  const key = await createKey();
  const first = send({ key });
  await arrived(1);
  answer();
  await first;
  await readAttempt(key);
  await readAttempt('MARKED');
  expect(requests[0]?.headers).not.toHaveProperty('idempotency-key');
  expect(lines).toHaveLength(4);
  expect([...lines, JSON.stringify(requests)].filter((text) => text.includes(key))).toEqual([]);
  expect(lines.join('\n')).not.toContain('MARKED');
});

test('a response that the page may not see is not stored for the page', async () => {
  const { send, readAttempt, arrived, answer, createKey } = await start();
  const key = await createKey();
  const first = send({ key });
  await arrived(1);
  answer();
  await first;
  expect((await readAttempt(key)).headers.has('x-secret')).toBe(false);
});

test.each([
  [407, 502],
  [408, 504],
  [421, 502],
  [425, 502],
  [409, 409],
  [599, 599],
  [600, 502],
  [999, 502],
])('a browser that must not react to %i gets %i, with the same body', async (status, shown) => {
  const target = await startTarget((_request, response) =>
    response.writeHead(status).end('{"message":"why"}'),
  );
  const proxy = await startProxy(target.origin);
  const key = await proxy.createKey();
  const url = `${proxy.origin}/api/flowservice/connections`;
  for (const headers of [{ 'idempotency-key': key }, { 'idempotency-key': key }, {}]) {
    const answer = await fetch(url, { method: 'POST', body: '{}', headers });
    expect([answer.status, await answer.text()]).toEqual([shown, '{"message":"why"}']);
  }
  expect(target.requests).toHaveLength(2);
});
