import type { Connection, ConnectionReceipt } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { isTransient } from '../platform/retry-policy.ts';

/** What must be remembered of a creating request to find out what became of it. It holds no secret. */
export interface Attempt {
  readonly name: string;
  readonly sandbox: string;
  readonly specId: string;
  /** The connections of that name that were there before. */
  readonly knownIds: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export type CreateStage = 'looking' | 'creating' | 'searching';

export type CreateOutcome =
  | { readonly kind: 'created'; readonly receipt: ConnectionReceipt; readonly wasLost: boolean }
  /** Not found so far: it may have been created or not. `error` is what happened to the answer. */
  | { readonly kind: 'unknown'; readonly attempt: Attempt; readonly error: FlowServiceError };

/** What creating needs of the world. */
export interface CreateMeans {
  /** The sandbox's connections of that spec, newest first. */
  readonly list: (signal?: AbortSignal) => Promise<readonly Connection[]>;
  /** Sends the request, once. */
  readonly create: (request: ConnectionRequest) => Promise<ConnectionReceipt>;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

export interface CreateProgress {
  readonly onStage: (stage: CreateStage) => void;
  /** Called just before the request leaves, so that the attempt can be remembered across a reload. */
  readonly onAttempt: (attempt: Attempt) => void;
  /** Ends the search for a lost answer; a request that has left cannot be called back. */
  readonly stopSearching: AbortSignal;
}

/** Milliseconds between looks, 90 seconds in all. */
const searchDelays = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000];

/**
 * Creates a connection, once in effect: Flow Service knows no idempotency key, so the request is never sent
 * again, and after a lost answer the sandbox is searched for what it made.
 * @throws {FlowServiceError} when the request was certainly not carried out: it is safe to create again.
 */
export async function createOnce(
  request: ConnectionRequest,
  sandbox: string,
  means: CreateMeans,
  progress: CreateProgress,
): Promise<CreateOutcome> {
  progress.onStage('looking');
  const before = await means.list();
  const attempt: Attempt = {
    name: request.name,
    sandbox,
    specId: request.connectionSpec.id,
    knownIds: before.filter(({ name }) => name === request.name).map(({ id }) => id),
    startedAt: means.now(),
  };
  progress.onAttempt(attempt);
  progress.onStage('creating');
  try {
    return { kind: 'created', receipt: await means.create(request), wasLost: false };
  } catch (error) {
    if (!(error instanceof FlowServiceError) || error.wasNotCarriedOut) throw error;
    progress.onStage('searching');
    const receipt = await findCreated(attempt, means, progress.stopSearching);
    return receipt === null
      ? { kind: 'unknown', attempt, error }
      : { kind: 'created', receipt, wasLost: true };
  }
}

/**
 * Looks for the connection that an attempt made, again and again for 90 seconds; null when it is not there so far.
 * A look that fails is no answer; only a refusal ends the search.
 * @throws {FlowServiceError} when the service refuses to list.
 */
export async function findCreated(
  attempt: Attempt,
  { list, wait }: Pick<CreateMeans, 'list' | 'wait'>,
  signal: AbortSignal,
): Promise<ConnectionReceipt | null> {
  for (const delay of searchDelays) {
    await wait(delay, signal);
    if (signal.aborted) return null;
    try {
      const found = (await list(signal)).find(
        ({ id, name }) => name === attempt.name && !attempt.knownIds.includes(id),
      );
      if (found !== undefined) return { id: found.id, etag: found.etag };
    } catch (error) {
      if (signal.aborted) return null;
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
