import type { IdempotencyStore, KeyedWrite } from './idempotency-store.ts';
import { type Kept, answerSize, createKeptOutcomes } from './kept-outcomes.ts';
import type { PageAnswer } from '../upstream/page-answer.ts';
import { ProxyError } from '../proxy-error.ts';
import { createRunningWrites } from './running-writes.ts';
import { closed, full, mismatch, tooLarge, unseen } from './store-errors.ts';
import { createNonce, createSecret } from './write-key.ts';

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

/** Stores writes in the memory of this process. `now` is a monotonic clock in milliseconds. */
export function createMemoryStore(
  now: () => number = () => performance.now(),
  limits: StoreLimits = usualLimits,
): IdempotencyStore {
  const kept = createKeptOutcomes(limits.lifetime, now);
  const cleanUp = setInterval(kept.dropExpired, cleanUpInterval).unref();

  const isFull = () => running.count() + kept.count() >= limits.keys;
  /** Nothing is dropped early, so running writes must have reserved their room. */
  const isTooLarge = () => kept.size() + (running.count() + 1) * limits.answerSize > limits.size;

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
    }
  }

  const running = createRunningWrites(settle);

  const identity = { nonce: createNonce(), secret: createSecret() };

  return {
    identity: () => Promise.resolve(identity),
    async run(write) {
      const { key, fingerprint, signal } = write;
      const known = running.get(key) ?? kept.get(key);
      if (known === null) {
        if (isFull() || isTooLarge()) throw full();
        return running.wait(running.start(write), signal);
      }
      if ('kind' in known && known.kind === 'closed') throw closed();
      if (known.fingerprint !== fingerprint) throw mismatch();
      return 'kind' in known ? repeat(known) : running.wait(known, signal);
    },
    async read(key, signal) {
      const entry = running.get(key);
      if (entry) return running.wait(entry, signal);
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
