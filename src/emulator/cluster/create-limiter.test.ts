import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLimiter } from './create-limiter.ts';

it('limits concurrent tasks, keeps the order of the others, and continues after a failure', async () => {
  const limit = createLimiter(2);
  const started: number[] = [];
  const finish: ((failure?: Error) => void)[] = [];
  const outcomes = [0, 1, 2, 3].map((index) =>
    limit(() => {
      started.push(index);
      return new Promise<void>((resolve, reject) => {
        finish[index] = (failure) => (failure === undefined ? resolve() : reject(failure));
      });
    }),
  );
  await setImmediate();
  expect(started).toEqual([0, 1]);
  finish[1]?.(new Error('refused'));
  await expect(outcomes[1]).rejects.toThrow('refused');
  await setImmediate();
  expect(started).toEqual([0, 1, 2]);
  finish[0]?.();
  finish[2]?.();
  await setImmediate();
  expect(started).toEqual([0, 1, 2, 3]);
  finish[3]?.();
  await Promise.all([outcomes[0], outcomes[2], outcomes[3]]);
});
