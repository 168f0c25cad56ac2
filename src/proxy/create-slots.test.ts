import { expect, test, vi } from 'vitest';
import { createSlots } from './create-slots.ts';

const present = new AbortController().signal;
const busy = { problem: { status: 503, reached: 'no' } };

/** Starts a task that runs until it is told to finish. */
function occupy(slots: ReturnType<typeof createSlots>, signal: AbortSignal = present) {
  let finish: () => void = () => undefined;
  const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const result = slots.run(signal, task);
  return { task, result, finish: () => finish() };
}

test('what exceeds the slots waits for its turn, first come, first served', async () => {
  const slots = createSlots({ running: 1, waiting: 2, patience: 10_000 });
  const first = occupy(slots);
  const second = occupy(slots);
  const third = occupy(slots);
  await vi.waitFor(() => expect(first.task).toHaveBeenCalled());
  expect(second.task).not.toHaveBeenCalled();
  first.finish();
  await vi.waitFor(() => expect(second.task).toHaveBeenCalled());
  expect(third.task).not.toHaveBeenCalled();
  second.finish();
  await vi.waitFor(() => expect(third.task).toHaveBeenCalled());
});

test('what exceeds the line is refused without being started', async () => {
  const slots = createSlots({ running: 1, waiting: 1, patience: 10_000 });
  occupy(slots);
  occupy(slots);
  const third = occupy(slots);
  await expect(third.result).rejects.toMatchObject(busy);
  expect(third.task).not.toHaveBeenCalled();
});

test('who has waited too long, or has gone, is not started, and leaves the line to others', async () => {
  const slots = createSlots({ running: 1, waiting: 1, patience: 5 });
  const first = occupy(slots);
  const impatient = occupy(slots);
  await expect(impatient.result).rejects.toMatchObject(busy);
  const abort = new AbortController();
  const gone = occupy(slots, abort.signal);
  abort.abort();
  await expect(gone.result).rejects.toMatchObject(busy);
  const next = occupy(slots);
  first.finish();
  await vi.waitFor(() => expect(next.task).toHaveBeenCalled());
  expect(impatient.task).not.toHaveBeenCalled();
  expect(gone.task).not.toHaveBeenCalled();
});

test('a task that fails gives its slot back', async () => {
  const slots = createSlots({ running: 1, waiting: 0, patience: 5 });
  await expect(slots.run(present, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(slots.run(present, () => Promise.resolve('next'))).resolves.toBe('next');
});
