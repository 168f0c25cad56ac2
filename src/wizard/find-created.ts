import type { Connection, ConnectionReceipt } from '../flow-service/connection.ts';
import { isTransient } from '../platform/retry-policy.ts';
import type { Attempt } from './attempt.ts';

export interface SearchMeans {
  /** The sandbox's connections of the attempt's spec, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Milliseconds between looks, 90 seconds in all. */
const delays = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000];
/** Leaves some time for the looks themselves. */
const longest = 100_000;

/**
 * Looks for the connection that an attempt made, again and again for 90 seconds; null when it is not there so far.
 * One look that fails is no answer; only a refusal ends the search. A service that asks to wait is given its time.
 * @throws {FlowServiceError} when the service refuses to list, or when not one look succeeded, and the signal's
 * reason when it is aborted.
 */
export async function findCreated(
  { name, knownIds }: Attempt,
  { list, wait, now }: SearchMeans,
  signal: AbortSignal,
): Promise<ConnectionReceipt | null> {
  const endsAt = now() + longest;
  let hasLooked = false;
  let failure: unknown = null;
  let askedToWait = 0;
  for (const delay of delays) {
    await wait(Math.max(delay, askedToWait), signal);
    signal.throwIfAborted();
    // Looks that take long themselves leave less room for others.
    if (now() > endsAt) break;
    try {
      const found = (await list(signal)).find((one) => one.name === name && !knownIds.includes(one.id));
      if (found !== undefined) return { id: found.id, etag: found.etag };
      hasLooked = true;
      askedToWait = 0;
    } catch (error) {
      if (!isTransient(error)) throw error;
      failure = error;
      askedToWait = (error.retryAfterSeconds ?? 0) * 1000;
    }
  }
  if (!hasLooked && failure !== null) throw failure;
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
