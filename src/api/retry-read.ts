import { readRetryDelay, shouldRetryRead } from './retry-policy.ts';

/**
 * Repeats a read that failed and may succeed soon, as React Query does for a whole query.
 * @param wait Resolves after this many milliseconds.
 */
export async function retryRead<Answer>(
  read: () => Promise<Answer>,
  wait: (milliseconds: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Answer> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted || !shouldRetryRead(failures, error)) throw error;
      await wait(readRetryDelay(failures));
    }
  }
}

/** Resolves after this many milliseconds. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
