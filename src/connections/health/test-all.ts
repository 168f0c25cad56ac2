import pLimit from 'p-limit';
import type { ConnectionTest } from '../../api/connection-test.ts';
import { readRetryDelay } from '../../api/retry-policy.ts';

export interface TestAllDependencies {
  readonly test: (id: string, signal: AbortSignal) => Promise<ConnectionTest>;
  /** Resolves after this many milliseconds or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface TestAllEvents {
  readonly onStart: (id: string) => void;
  readonly onResult: (id: string, test: ConnectionTest) => void;
  /** The service asked to wait until this time, in epoch milliseconds. */
  readonly onPause: (until: number) => void;
}

const atOnce = 4;
/** How often a test is sent again that the service refused to run now. */
const mostRepeats = 5;

/**
 * Tests connections, four at a time. When the service asks to wait, all tests wait.
 * @throws {FlowServiceError} when the service rejects the caller, because it would reject every test, and the
 * signal's reason when it is aborted.
 */
export async function testAll(
  ids: readonly string[],
  { test, wait, now }: TestAllDependencies,
  { onStart, onResult, onPause }: TestAllEvents,
  signal: AbortSignal,
): Promise<void> {
  const limit = pLimit(atOnce);
  let resumesAt = 0;
  const runOne = async (id: string) => {
    for (let repeats = 0; ; repeats += 1) {
      // Another test may have been asked to wait in the meantime.
      while (now() < resumesAt) await wait(resumesAt - now(), signal);
      signal.throwIfAborted();
      onStart(id);
      const result = await test(id, signal);
      signal.throwIfAborted();
      const { error } = result;
      if (error?.status === 401) {
        limit.clearQueue();
        throw error;
      }
      if (error?.status !== 429 || repeats === mostRepeats) {
        onResult(id, result);
        return;
      }
      const pause =
        error.retryAfterSeconds === null ? readRetryDelay(repeats) : error.retryAfterSeconds * 1000;
      resumesAt = Math.max(resumesAt, now() + pause);
      onPause(resumesAt);
    }
  };
  await Promise.all(ids.map((id) => limit(() => runOne(id))));
}
