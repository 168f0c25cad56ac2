import { expect, test, vi } from 'vitest';
import { createLimiter } from './create-limiter.ts';

const present = new AbortController().signal;
const busy = { problem: { status: 503, reached: 'no' } };

/** Starts a task that runs until the test ends it. */
function occupy(limiter: ReturnType<typeof createLimiter>, signal: AbortSignal = present) {
  let finish: () => void = () => undefined;
  const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const result = limiter.run(signal, task);
  return { task, result, finish: () => finish() };
}

test('tasks above the limit wait in order', async () => {
  const limiter = createLimiter({ running: 1, waiting: 2, waitTimeout: 10_000 });
  const first = occupy(limiter);
  const second = occupy(limiter);
  const third = occupy(limiter);
  await vi.waitFor(() => expect(first.task).toHaveBeenCalled());
  expect(second.task).not.toHaveBeenCalled();
  first.finish();
  await vi.waitFor(() => expect(second.task).toHaveBeenCalled());
  expect(third.task).not.toHaveBeenCalled();
  second.finish();
  await vi.waitFor(() => expect(third.task).toHaveBeenCalled());
});

test('tasks above the queue limit are rejected without being started', async () => {
  const limiter = createLimiter({ running: 1, waiting: 1, waitTimeout: 10_000 });
  const first = occupy(limiter);
  const second = occupy(limiter);
  const third = occupy(limiter);
  await expect(third.result).rejects.toMatchObject(busy);
  expect(third.task).not.toHaveBeenCalled();
  // A task that is still waiting would be rejected during another test.
  first.finish();
  await vi.waitFor(() => expect(second.task).toHaveBeenCalled());
});

test('a task that waited too long or was canceled is not started, and frees its place in the queue', async () => {
  const limiter = createLimiter({ running: 1, waiting: 1, waitTimeout: 5 });
  const first = occupy(limiter);
  const impatient = occupy(limiter);
  await expect(impatient.result).rejects.toMatchObject(busy);
  const abort = new AbortController();
  const gone = occupy(limiter, abort.signal);
  abort.abort();
  await expect(gone.result).rejects.toMatchObject(busy);
  const next = occupy(limiter);
  first.finish();
  await vi.waitFor(() => expect(next.task).toHaveBeenCalled());
  expect(impatient.task).not.toHaveBeenCalled();
  expect(gone.task).not.toHaveBeenCalled();
});

test('a task that fails frees its place', async () => {
  const limiter = createLimiter({ running: 1, waiting: 0, waitTimeout: 5 });
  await expect(limiter.run(present, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(limiter.run(present, () => Promise.resolve('next'))).resolves.toBe('next');
});
