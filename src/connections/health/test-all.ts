import pLimit from 'p-limit';
import type { ConnectionTest } from '../../api/connection-test.ts';
import { readRetryDelay } from '../../api/retry-policy.ts';
import type { FlowServiceError } from '../../flow-service/flow-service-error.ts';

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
/** How many times a test is repeated after the service asked to wait. */
const mostRepeats = 5;

/**
 * Tests connections, four at a time. When the service asks to wait, all tests wait.
 *
 * If the service rejects the caller or cannot be reached, no further test starts, because it would fail in the same way.
 * The tests that are running still finish. A 403 rejects the caller only if the service has not accepted any test yet.
 * After that, it is the result of that one connection, which the caller may not be allowed to test.
 * @param isAccepted Whether the service has accepted a test before this run.
 * @returns Why the tests stopped early, or null when every connection has a result.
 * @throws The signal's reason when it is aborted.
 */
export async function testAll(
  ids: readonly string[],
  { test, wait, now }: TestAllDependencies,
  { onStart, onResult, onPause }: TestAllEvents,
  signal: AbortSignal,
  isAccepted: boolean,
): Promise<FlowServiceError | null> {
  const limit = pLimit(atOnce);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  signal.addEventListener('abort', stop);
  let accepts = isAccepted;
  let refusal: FlowServiceError | null = null;
  let resumesAt = 0;
  const runOne = async (id: string) => {
    for (let repeats = 0; ; repeats += 1) {
      // Another test may have been asked to wait in the meantime.
      while (now() < resumesAt && !stopping.signal.aborted) await wait(resumesAt - now(), stopping.signal);
      signal.throwIfAborted();
      if (refusal !== null) return;
      onStart(id);
      const result = await test(id, signal);
      signal.throwIfAborted();
      const { error } = result;
      if (error?.status === 401 || (error?.status === 403 && !accepts)) {
        refusal ??= error;
        return stop();
      }
      accepts ||= isAnswered(result);
      if (error?.kind === 'network') {
        // The database of this connection may have caused the error. It counts as tested, so that the user can continue with
        // the other tests.
        onResult(id, result);
        refusal ??= error;
        return stop();
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
  try {
    await Promise.all(ids.map((id) => limit(() => runOne(id))));
    return refusal;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Whether the service accepted the request, even if the connection test failed. */
export function isAnswered({ error }: ConnectionTest): boolean {
  if (error === null) return true;
  const { kind, status } = error;
  return kind === 'answer' && status !== null && status < 500 && ![401, 403, 429].includes(status);
}
