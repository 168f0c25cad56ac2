import type { Connection, ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import { isTransient } from '../api/retry-policy.ts';
import type { Attempt } from './attempt.ts';
import { findByAttempt } from './match-attempt.ts';

export interface SearchDependencies {
  /** Reads the answer that the server of this page stored. Rejects when the server cannot be reached. */
  readonly readAnswer: (signal: AbortSignal) => Promise<KeptAnswer>;
  /** The sandbox's connections of the attempt's spec, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Resolves after this many milliseconds or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. It spreads the requests of pages that lost their answers at the same time. */
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

/** Milliseconds between searches, 90 seconds in total. */
const delays = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000];
/** The share by which a wait may be shorter or longer. */
const jitter = 0.2;
/** After this many searches (15 seconds), the user is asked about connections that cannot be told apart. */
const looksUntilUnclear = 5;
/** The upper limit in milliseconds. It includes time for the searches themselves. */
const longest = 100_000;

/**
 * Searches for 90 seconds for the connection that an attempt created. It checks the answer that the server of this
 * page stored and the connections of the sandbox.
 * @throws {FlowServiceError} when the service refuses to list connections or when every search failed, and the
 * signal's reason when it is aborted.
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
    // One source may give an answer that the other cannot give.
    const [answer, look] = await Promise.all([kept, looked]);
    if (answer.kind !== 'unknown') return answer;
    if (look.kind === 'failed') throw look.error;
    return look;
  } finally {
    done.abort();
  }
}

/** Asks the server of this page until it can be reached. The server waits for a create that is still running. */
async function askServer({ readAnswer, wait }: SearchDependencies, signal: AbortSignal): Promise<KeptAnswer> {
  for (const delay of delays) {
    await wait(delay, signal);
    if (signal.aborted) break;
    try {
      return await readAnswer(signal);
    } catch {
      // The server may be available again shortly.
    }
  }
  return { kind: 'unknown' };
}

/**
 * Searches the connections of the sandbox repeatedly. A failed search gives no answer, and only a refusal ends the
 * search. Retry-After is respected. Connections that cannot be told apart from the attempt's own are not reported at
 * once, because its own may still appear.
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
    // If Retry-After exceeds the remaining time, the search ends.
    if (now() + askedToWait > endsAt) break;
    await wait(Math.max(spread, askedToWait), signal);
    signal.throwIfAborted();
    // Slow searches leave less time for further ones.
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

/** Waits for the given time, or until the signal is aborted. */
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
