import type { Connection, ConnectionReceipt } from '../flow-service/connection.ts';
import { isTransient } from '../platform/retry-policy.ts';
import type { Attempt } from './create-once.ts';

export interface SearchMeans {
  /** The sandbox's connections of the attempt's spec, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds between looks, 90 seconds in all. */
const delays = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000];

/**
 * Looks for the connection that an attempt made, again and again for 90 seconds; null when it is not there so far.
 * A look that fails is no answer; only a refusal ends the search.
 * @throws {FlowServiceError} when the service refuses to list, and the signal's reason when it is aborted.
 */
export async function findCreated(
  { name, knownIds }: Attempt,
  { list, wait }: SearchMeans,
  signal: AbortSignal,
): Promise<ConnectionReceipt | null> {
  for (const delay of delays) {
    await wait(delay, signal);
    signal.throwIfAborted();
    try {
      const found = (await list(signal)).find((one) => one.name === name && !knownIds.includes(one.id));
      if (found !== undefined) return { id: found.id, etag: found.etag };
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
  }
  return null;
}

/** Waits, or stops waiting as soon as the signal is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
