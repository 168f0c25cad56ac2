import type { PageAnswer } from '../upstream/page-answer.ts';
import type { KeyedWrite } from './idempotency-store.ts';

/** A write that this process carries out. */
interface Running {
  readonly fingerprint: string;
  readonly outcome: Promise<PageAnswer>;
  readonly abort: AbortController;
  /** How many clients wait for the outcome. */
  waiting: number;
}

/**
 * The writes that this process carries out now, by key.
 * @param settle Carries out a write and stores its outcome. `signal` aborts when no client waits.
 */
export function createRunningWrites(settle: (write: KeyedWrite, signal: AbortSignal) => Promise<PageAnswer>) {
  const running = new Map<string, Running>();

  return {
    get: (key: string) => running.get(key),
    count: () => running.size,
    start(write: KeyedWrite): Running {
      const { key, fingerprint } = write;
      const abort = new AbortController();
      const outcome = settle(write, abort.signal).finally(() => running.delete(key));
      const entry = { fingerprint, abort, outcome, waiting: 0 };
      running.set(key, entry);
      return entry;
    },
    /** The outcome. `signal` aborts when the client has gone. */
    async wait(entry: Running, signal: AbortSignal): Promise<PageAnswer> {
      const leave = () => {
        entry.waiting -= 1;
        if (entry.waiting === 0) entry.abort.abort();
      };
      entry.waiting += 1;
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave);
      try {
        return await entry.outcome;
      } finally {
        signal.removeEventListener('abort', leave);
      }
    },
  };
}
