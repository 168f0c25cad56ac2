import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { problemOf, startProxy, startTarget } from '../test-target.ts';

/** A proxy in front of a service that delays its answers. */
async function start() {
  const held: ServerResponse[] = [];
  let isHolding = true;
  const target = await startTarget((_request, response) => {
    if (isHolding) held.push(response);
    else response.writeHead(204).end();
  });
  const proxy = await startProxy(target.origin);
  const release = () => {
    isHolding = false;
    for (const response of held.splice(0)) response.writeHead(204).end();
  };
  // A failed test leaves requests pending, and the proxy waits for them when it closes.
  onTestFinished(release);
  const ask = (method: string, key = '', signal = new AbortController().signal) =>
    proxy.ask(`/api/flowservice/connections${method === 'DELETE' ? '/1' : ''}`, {
      method,
      signal,
      headers: key === '' ? {} : { 'idempotency-key': key },
    });
  return {
    ask,
    createKey: proxy.createKey,
    readAttempt: (key: string) => proxy.ask('/api/attempt', { headers: { 'idempotency-key': key } }),
    deletes: () => target.requests.filter(({ method }) => method === 'DELETE'),
    /** Fills all places. Further requests wait in the queue. */
    fill: async () => {
      const reads = Array.from({ length: 64 }, () => ask('GET'));
      await expect.poll(() => held, { timeout: 30_000 }).toHaveLength(64);
      return reads;
    },
    release,
  };
}

test('a queued write is canceled when its page disconnects, unless another page waits for it', async () => {
  const { ask, createKey, readAttempt, deletes, fill, release } = await start();
  const reads = await fill();
  const gone = new AbortController();
  const keys = [await createKey(), await createKey(), await createKey()] as const;
  const alone = ask('DELETE', keys[0], gone.signal);
  void ask('DELETE', keys[1], gone.signal);
  const joined = ask('DELETE', keys[1]);
  void ask('DELETE', keys[2], gone.signal);
  // All requests are in the queue after one turn of the event loop, because none waits for a body.
  await setImmediate();
  const awaited = readAttempt(keys[2]);
  await setImmediate();
  gone.abort();
  expect(await problemOf(alone)).toEqual([503, 'busy', 'no']);
  release();
  expect((await joined).status).toBe(204);
  expect((await awaited).status).toBe(204);
  expect(deletes()).toHaveLength(2);
  // The canceled request is not stored, so its key counts as new.
  expect((await ask('DELETE', keys[0])).status).toBe(204);
  await Promise.all(reads);
});

test('a sent write is completed without its page, and reported when the page is back', async () => {
  const { ask, createKey, readAttempt, deletes, release } = await start();
  const gone = new AbortController();
  const key = await createKey();
  void ask('DELETE', key, gone.signal);
  await expect.poll(deletes, { timeout: 30_000 }).toHaveLength(1);
  gone.abort();
  const awaited = readAttempt(key);
  await setImmediate();
  release();
  expect((await awaited).status).toBe(204);
  expect((await readAttempt(key)).status).toBe(204);
  expect(deletes()).toHaveLength(1);
});
