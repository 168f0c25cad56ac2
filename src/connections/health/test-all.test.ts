import { expect, it } from 'vitest';
import type { ConnectionTest } from '../../api/connection-test.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { testAll } from './test-all.ts';

const ids = Array.from({ length: 10 }, (_, place) => `c${place}`);
const passed: ConnectionTest = { outcome: 'passed', error: null, startedAt: 0, took: 1 };

function refused(status: number, headers: Record<string, string> = {}): ConnectionTest {
  const response = new Response('{}', { status, headers });
  const error = FlowServiceError.fromAnswer('testConnection', response, '{}');
  return { ...passed, outcome: 'unknown', error };
}

/** Tests all connections and returns their results and how long it waited. A pause ends at once, unless it is held. */
async function run(test: (id: string) => Promise<ConnectionTest>, { holdsPauses = false } = {}) {
  const results = new Map<string, ConnectionTest>();
  const waits: number[] = [];
  let now = 0;
  const refusal = await testAll(
    ids,
    {
      test,
      wait: async (milliseconds, signal) => {
        waits.push(milliseconds);
        if (!holdsPauses) now += milliseconds;
        else await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
      now: () => now,
    },
    {
      onStart: () => undefined,
      onResult: (id, result) => void results.set(id, result),
      onPause: () => undefined,
    },
    new AbortController().signal,
    false,
  );
  return { results, waits, refusal };
}

it('runs four tests at a time, and each once', async () => {
  const tested: string[] = [];
  let open = 0;
  let most = 0;
  const { results, refusal } = await run(async (id) => {
    tested.push(id);
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return passed;
  });
  expect({ most, refusal, tested: tested.toSorted() }).toEqual({ most: 4, refusal: null, tested: ids });
  expect([...results.keys()].toSorted()).toEqual(ids);
});

it('waits as long as the service asks, and then tests the same connection', async () => {
  let refusals = 0;
  const { results, waits } = await run(async (id) => {
    if (id !== 'c0' || refusals === 2) return passed;
    refusals += 1;
    return refused(429, { 'retry-after': '7' });
  });
  expect([...results.values()]).toEqual(ids.map(() => passed));
  expect(Math.max(...waits)).toBe(7000);
});

it('gives up on a connection whose test is always refused', async () => {
  const { results } = await run(async (id) => (id === 'c0' ? refused(429, { 'retry-after': '1' }) : passed));
  expect(results.get('c0')?.outcome).toBe('unknown');
  expect(results.size).toBe(10);
});

it('ends at once while it waits, when the credentials are rejected', async () => {
  const { results, refusal } = await run(
    async (id) => (id === 'c0' ? refused(429, { 'retry-after': '60' }) : refused(401)),
    { holdsPauses: true },
  );
  expect(results.size).toBe(0);
  expect(refusal?.status).toBe(401);
});

it('starts no further test when the server cannot be reached', async () => {
  let tested = 0;
  const { results, refusal } = await run(async () => {
    tested += 1;
    if (tested < 3) return passed;
    const error = FlowServiceError.fromNetwork('testConnection', null, null);
    return { ...passed, outcome: 'unknown', error };
  });
  expect(refusal?.kind).toBe('network');
  expect(tested).toBeLessThan(8);
  expect(results.size).toBe(tested);
});
