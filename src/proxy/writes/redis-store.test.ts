import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasRedis, startRedis } from '../../testing/redis-server.ts';
import { problemOf, startProxy, startTarget } from '../test-target.ts';
import { connectToRedis } from './redis-connection.ts';
import { type RedisStoreTimes, createRedisStore } from './redis-store.ts';

if (!hasRedis) {
  process.stdout.write('The tests of the Redis store are left out, because redis-server is not installed.\n');
}

const minute = 60_000;
const usualTimes: RedisStoreTimes = { lifetime: 10 * minute, lease: minute, poll: 20 };

/** Two servers that share a Redis, in front of a service that delays its answers until the test releases them. */
async function startTwo(times: Partial<RedisStoreTimes> = {}) {
  const redis = await startRedis();
  const held: ServerResponse[] = [];
  let isOver = false;
  const target = await startTarget(({ method }, response) => {
    if (method === 'GET' || isOver) response.end('{"items":[]}');
    else held.push(response);
  });
  const startOne = async () => {
    const lines: string[] = [];
    const connection = connectToRedis(redis.url, (line) => lines.push(line));
    const proxy = await startProxy(target.origin, {
      writes: createRedisStore(connection, { ...usualTimes, ...times }),
    });
    const url = `${proxy.origin}/api/flowservice/connections`;
    return {
      ...proxy,
      lines,
      disconnect: connection.close,
      list: () => fetch(url),
      send: (key: string, body = '{}', signal: AbortSignal | null = null) =>
        fetch(url, { method: 'POST', body, signal, headers: { 'idempotency-key': key } }),
      readAttempt: (key: string) =>
        fetch(`${proxy.origin}/api/attempt`, { headers: { 'idempotency-key': key } }),
    };
  };
  const [one, other] = [await startOne(), await startOne()];
  // A failed test leaves requests pending, and the servers wait for them when they close.
  onTestFinished(() => {
    isOver = true;
    for (const response of held) response.end();
  });
  await expect.poll(async () => (await problemOf(one.readAttempt(await one.createKey())))[1]).toBe('unseen');
  await expect
    .poll(async () => (await problemOf(other.readAttempt(await other.createKey())))[1])
    .toBe('unseen');
  return {
    redis,
    one,
    other,
    requests: () => target.requests.filter(({ method }) => method === 'POST'),
    arrived: (count: number) =>
      expect
        .poll(() => target.requests.filter(({ method }) => method === 'POST'), { timeout: 30_000 })
        .toHaveLength(count),
    answer: () => {
      for (const response of held.splice(0)) response.writeHead(201, { etag: '"1"' }).end('{"id":"1"}');
    },
  };
}

async function seenOf(answer: Promise<Response>) {
  const response = await answer;
  return { status: response.status, etag: response.headers.get('etag'), body: await response.text() };
}

const created = { status: 201, etag: '"1"', body: '{"id":"1"}' };

describe.skipIf(!hasRedis)('several servers that share a Redis', () => {
  test('a write that was cut off and repeated at another server is processed once', async () => {
    const { one, other, requests, arrived, answer } = await startTwo();
    const key = await one.createKey();
    const cut = new AbortController();
    const first = one.send(key, '{}', cut.signal);
    await arrived(1);
    cut.abort();
    await expect(first).rejects.toThrow('aborted');
    const repeated = [other.send(key), other.readAttempt(key), one.send(key)];
    answer();
    for (const response of repeated) expect(await seenOf(response)).toEqual(created);
    // Now the outcome comes from Redis.
    for (const server of [one, other]) expect(await seenOf(server.send(key))).toEqual(created);
    expect(requests()).toHaveLength(1);
  });

  test('of many repeats at both servers at once, one is processed', async () => {
    const { one, other, requests, arrived, answer } = await startTwo();
    const key = await other.createKey();
    const all = Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? one : other).send(key));
    await arrived(1);
    answer();
    for (const response of all) expect(await seenOf(response)).toEqual(created);
    expect(requests()).toHaveLength(1);
  });

  test('another request with the key is refused at the other server too', async () => {
    const { one, other, arrived, answer } = await startTwo();
    const key = await one.createKey();
    const first = one.send(key);
    await arrived(1);
    expect(await problemOf(other.send(key, '{"name":"other"}'))).toEqual([422, 'key-mismatch', 'no']);
    answer();
    await first;
    expect(await problemOf(other.send(key, '{"name":"other"}'))).toEqual([422, 'key-mismatch', 'no']);
  });

  test('a write that was reported missing is refused at the other server', async () => {
    const { one, other, requests } = await startTwo();
    const key = await one.createKey();
    expect(await problemOf(one.readAttempt(key))).toEqual([404, 'unseen', 'no']);
    expect(await problemOf(other.send(key))).toEqual([409, 'closed-key', 'no']);
    expect(requests()).toEqual([]);
  });

  test('the outcome is unknown when the server that sent the request has gone', async () => {
    const { one, other, requests, arrived } = await startTwo({ lease: 300 });
    const key = await one.createKey();
    const first = one.send(key);
    await arrived(1);
    one.disconnect();
    expect(await problemOf(other.readAttempt(key))).toEqual([502, 'cut', 'unknown']);
    expect(await problemOf(other.send(key))).toEqual([502, 'cut', 'unknown']);
    expect(requests()).toHaveLength(1);
    void first.catch(() => undefined);
  });

  test('a server keeps its lease while it waits for a slow service', async () => {
    const { one, other, arrived, answer } = await startTwo({ lease: 300 });
    const key = await one.createKey();
    const first = one.send(key);
    await arrived(1);
    const start = performance.now();
    const repeated = other.send(key);
    // Three leases pass.
    await expect.poll(() => performance.now() - start, { timeout: 30_000 }).toBeGreaterThan(900);
    answer();
    expect(await seenOf(repeated)).toEqual(created);
    await first;
  });

  test('without Redis, writes are refused and reads go on; afterwards old keys are recognized', async () => {
    const { redis, one, other, requests, arrived, answer } = await startTwo();
    const key = await one.createKey();
    await redis.stop();
    expect(await problemOf(one.send(key))).toEqual([503, 'no-store', 'no']);
    expect(await problemOf(other.readAttempt(key))).toEqual([503, 'no-store', 'no']);
    expect((await one.list()).status).toBe(200);
    expect((await fetch(`${one.origin}/api/environment`)).status).toBe(200);
    expect(one.lines.join('\n')).toMatch(/^Redis at 127\.0\.0\.1:\d+ cannot be reached/);
    await redis.start();
    // This Redis has lost all keys, so it cannot tell whether an old one was used.
    await expect
      .poll(() => problemOf(one.send(key)), { timeout: 30_000 })
      .toEqual([409, 'stale-key', 'unknown']);
    expect(requests()).toEqual([]);
    const later = one.send(await one.createKey());
    await arrived(1);
    answer();
    expect(await seenOf(later)).toEqual(created);
    expect(one.lines.join('\n')).toContain('can be reached again');
  });

  test('Redis holds no part of a request', async () => {
    const { redis, one, arrived, answer } = await startTwo();
    const first = one.send(await one.createKey(), '{"password":"MARKED"}');
    await arrived(1);
    const connection = connectToRedis(redis.url, () => undefined);
    onTestFinished(connection.close);
    const dump = () =>
      connection.run(
        `local all = '' for _, key in ipairs(redis.call('KEYS', '*write*')) do all = all .. key .. redis.call('GET', key) end return all`,
        [],
        [],
      );
    await expect.poll(() => dump().catch(() => ''), { timeout: 30_000 }).toContain('running');
    expect(await dump()).not.toContain('MARKED');
    answer();
    await first;
    expect(await dump()).toContain('answered');
    expect(await dump()).not.toContain('MARKED');
  });
});
