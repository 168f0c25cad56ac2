import type { ProxyProblem } from '../../flow-service/schemas/proxy-problem.ts';
import type { IdempotencyStore, KeyedWrite } from './idempotency-store.ts';
import { type Kept, answerSize, createKeptOutcomes } from './kept-outcomes.ts';
import type { PageAnswer } from '../upstream/page-answer.ts';
import { ProxyError } from '../proxy-error.ts';

export interface StoreLimits {
  /** The maximum number of keys: of running writes, of outcomes, and closed ones. */
  readonly keys: number;
  /** The maximum bytes of all answers. */
  readonly size: number;
  /** The maximum bytes of one answer. Of a larger one, only the fact that it came is stored. */
  readonly answerSize: number;
  /** Milliseconds for which an outcome is stored, and for which a key stays closed. */
  readonly lifetime: number;
}

const usualLimits: StoreLimits = {
  keys: 10_000,
  size: 32 * 1024 * 1024,
  answerSize: 64 * 1024,
  lifetime: 10 * 60_000,
};

/** Milliseconds between two cleanups of expired entries when no request triggers one. */
const cleanUpInterval = 60_000;

interface Running {
  readonly fingerprint: string;
  readonly outcome: Promise<PageAnswer>;
  readonly abort: AbortController;
  /** How many clients wait for the outcome. */
  waiting: number;
}

/** Stores writes in the memory of this process. `now` is a monotonic clock in milliseconds. */
export function createMemoryStore(
  now: () => number = () => performance.now(),
  limits: StoreLimits = usualLimits,
): IdempotencyStore {
  const running = new Map<string, Running>();
  const kept = createKeptOutcomes(limits.lifetime, now);
  const cleanUp = setInterval(kept.dropExpired, cleanUpInterval).unref();

  const isFull = () => running.size + kept.count() >= limits.keys;
  /** Nothing is dropped early, so running writes must have reserved their room. */
  const isTooLarge = () => kept.size() + (running.size + 1) * limits.answerSize > limits.size;

  async function settle({ key, fingerprint, send }: KeyedWrite, signal: AbortSignal): Promise<PageAnswer> {
    try {
      const answer = await send(signal);
      if (answerSize(answer) > limits.answerSize)
        kept.add(key, { kind: 'failed', fingerprint, error: tooLarge() });
      else kept.add(key, { kind: 'answered', fingerprint, answer: copy(answer) });
      return answer;
    } catch (error) {
      const wasSent = !(error instanceof ProxyError && error.problem.reached === 'no');
      if (wasSent) kept.add(key, { kind: 'failed', fingerprint, error });
      throw error;
    } finally {
      running.delete(key);
    }
  }

  function start(write: KeyedWrite): Running {
    const { key, fingerprint } = write;
    const abort = new AbortController();
    const entry = { fingerprint, abort, outcome: settle(write, abort.signal), waiting: 0 };
    running.set(key, entry);
    return entry;
  }

  async function wait(entry: Running, signal: AbortSignal): Promise<PageAnswer> {
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
  }

  return {
    async run(write) {
      const { key, fingerprint, signal } = write;
      const known = running.get(key) ?? kept.get(key);
      if (known === null) {
        if (isFull() || isTooLarge()) throw full();
        return wait(start(write), signal);
      }
      if ('kind' in known && known.kind === 'closed') throw closed();
      if (known.fingerprint !== fingerprint) throw mismatch();
      return 'kind' in known ? repeat(known) : wait(known, signal);
    },
    async read(key, signal) {
      const entry = running.get(key);
      if (entry) return wait(entry, signal);
      const known = kept.get(key);
      if (known !== null && known.kind !== 'closed') return repeat(known);
      if (known === null) {
        // A key that cannot be closed can still be used, so the outcome of its write is unknown.
        if (isFull()) throw full({ reached: 'unknown' });
        kept.add(key, { kind: 'closed' });
      }
      throw unseen();
    },
    close: () => clearInterval(cleanUp),
  };
}

/** A small buffer can be a view of a larger one, which would stay in memory too. */
function copy(answer: PageAnswer): PageAnswer {
  return { ...answer, body: new Uint8Array(answer.body) };
}

function repeat(kept: Exclude<Kept, { kind: 'closed' }>): PageAnswer {
  if (kept.kind === 'failed') throw kept.error;
  return kept.answer;
}

function full(otherwise: Partial<ProxyProblem> = {}): ProxyError {
  return new ProxyError('busy', 'The server cannot track more requests. Try again later.', otherwise);
}

function closed(): ProxyError {
  return new ProxyError('closed-key', 'The server already reported that this request did not arrive.');
}

function mismatch(): ProxyError {
  return new ProxyError('key-mismatch', 'The idempotency key was used for a different request.');
}

function unseen(): ProxyError {
  return new ProxyError(
    'unseen',
    'No request with this idempotency key arrived. The server rejects any that arrives later.',
  );
}

function tooLarge(): ProxyError {
  return new ProxyError('too-large', 'The response arrived but is too large to store.', {
    status: 502,
    title: 'The response is too large',
    reached: 'unknown',
  });
}
