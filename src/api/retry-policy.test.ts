import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { readRetryDelay, shouldRetryRead } from './retry-policy.ts';

function answer(status: number, headers: Record<string, string> = {}) {
  return FlowServiceError.fromAnswer('getConnection', new Response(null, { status, headers }), '');
}

it('a read is retried three times after a temporary failure', () => {
  const [first, third, fourth] = [0, 2, 3].map((failures) => shouldRetryRead(failures, answer(503)));
  expect([first, third, fourth]).toEqual([true, true, false]);
  expect(shouldRetryRead(0, FlowServiceError.fromNetwork('getConnection', null, null))).toBe(true);
  expect(shouldRetryRead(0, answer(429))).toBe(true);
});

it('a rejected read is not retried, and Retry-After is respected', () => {
  expect(shouldRetryRead(0, answer(401))).toBe(false);
  expect(shouldRetryRead(0, answer(404))).toBe(false);
  expect(shouldRetryRead(0, answer(429, { 'Retry-After': '3' }))).toBe(false);
  expect(shouldRetryRead(0, new Error('ours'))).toBe(false);
});

it('waits longer each time, at most eight seconds, with random variation', () => {
  expect([0, 1, 2, 9].map((failures) => readRetryDelay(failures, () => 1))).toEqual([500, 1000, 2000, 8000]);
  expect(readRetryDelay(0, () => 0)).toBe(250);
});
