import type { Connection, ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import { isTransient } from '../api/retry-policy.ts';
import type { Attempt } from './attempt.ts';
import { findByAttempt } from './match-attempt.ts';

export interface SearchDependencies {
  /** What the server of this page knows of the answer. Rejects when it cannot be asked at this moment. */
  readonly readAnswer: (signal: AbortSignal) => Promise<KeptAnswer>;
  /** The sandbox's connections of the attempt's spec, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1, to keep pages that lost their answers together from asking together. */
  readonly random: () => number;
}

export type KeptAnswer =
  | { readonly kind: 'created'; readonly receipt: ConnectionReceipt }
  /** The request was certainly not carried out. */
  | { readonly kind: 'refused'; readonly error: Error }
  | { readonly kind: 'unknown' };

export type SearchResult =
  | Exclude<KeptAnswer, { kind: 'unknown' }>
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] }
  | { readonly kind: 'absent' };

/** Milliseconds between looks, 90 seconds in all. */
const delays = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000];
/** A wait is this much shorter or longer at most. */
const jitter = 0.2;
/** After so many looks the user is asked about what cannot be told apart: 15 seconds. */
const looksUntilUnclear = 5;
/** Leaves some time for the looks themselves. */
const longest = 100_000;

/**
 * Looks for the connection that an attempt created, for 90 seconds and in two places: the answer that the server of
 * this page kept, and the connections of the sandbox.
 * @throws {FlowServiceError} when the service refuses to list, or when not one look succeeded, and the signal's
 * reason when it is aborted.
 */
export async function findCreated(
  attempt: Attempt,
  dependencies: SearchDependencies,
  signal: AbortSignal,
): Promise<SearchResult> {
  const done = new AbortController();
  const both = AbortSignal.any([signal, done.signal]);
  try {
    const kept = askServer(dependencies, both);
    const looked = findInSandbox(attempt, dependencies, both).catch(
      (error: unknown) => ({ kind: 'failed', error }) as const,
    );
    const first = await Promise.race([kept, looked]);
    if (first.kind === 'created' || first.kind === 'refused') return first;
    // What one of them cannot tell, the other one may.
    const [answer, look] = await Promise.all([kept, looked]);
    if (answer.kind !== 'unknown') return answer;
    if (look.kind === 'failed') throw look.error;
    return look;
  } finally {
    done.abort();
  }
}

/** Asks the server of this page until it can be reached. It waits for a create that is still under way. */
async function askServer({ readAnswer, wait }: SearchDependencies, signal: AbortSignal): Promise<KeptAnswer> {
  for (const delay of delays) {
    await wait(delay, signal);
    if (signal.aborted) break;
    try {
      return await readAnswer(signal);
    } catch {
      // It may be back in a moment.
    }
  }
  return { kind: 'unknown' };
}

/**
 * Looks at the connections of the sandbox, again and again. A look that fails is no answer; only a refusal ends the
 * search. A service that asks to wait is given its time. Connections that cannot be told apart from the attempt's
 * own are not named at once, because its own may still appear.
 */
async function findInSandbox(
  attempt: Attempt,
  { list, wait, now, random }: SearchDependencies,
  signal: AbortSignal,
): Promise<SearchResult> {
  const endsAt = now() + longest;
  let last: SearchResult | null = null;
  let failure: unknown = null;
  let askedToWait = 0;
  for (const [look, delay] of delays.entries()) {
    const spread = delay * (1 + jitter * (2 * random() - 1));
    // A service that asks to wait for longer than the search takes is not asked again.
    if (now() + askedToWait > endsAt) break;
    await wait(Math.max(spread, askedToWait), signal);
    signal.throwIfAborted();
    // Looks that take long themselves leave less room for others.
    if (now() > endsAt) break;
    try {
      const found = findByAttempt(attempt, await list(signal));
      signal.throwIfAborted();
      if (found.kind === 'own') {
        const { id, etag } = found.connection;
        return { kind: 'created', receipt: { id, etag } };
      }
      if (found.kind === 'unclear' && look + 1 >= looksUntilUnclear) return found;
      last = found;
      askedToWait = 0;
    } catch (error) {
      if (!isTransient(error)) throw error;
      failure = error;
      askedToWait = (error.retryAfterSeconds ?? 0) * 1000;
    }
  }
  if (last === null && failure !== null) throw failure;
  return last ?? { kind: 'absent' };
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
