import { toError } from '../errors/to-error.ts';
import type { Connection, ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { Attempt, ConnectionScope } from './attempt.ts';
import { findByAttempt } from './match-attempt.ts';

export type CreateOutcome =
  | {
      readonly kind: 'created';
      readonly receipt: ConnectionReceipt;
      /**
       * The attempt that created the connection. It is an earlier one when that answer was lost and its connection
       * exists now.
       */
      readonly attempt: Attempt;
      readonly wasLost: boolean;
    }
  /** Nothing was sent, because an earlier attempt may have created one of these connections. */
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] }
  /** The connection may or may not have been created. `error` says why the answer is missing. */
  | { readonly kind: 'lost'; readonly error: Error };

export interface CreateDependencies {
  /** Creates an idempotency key from the current state of the server. */
  readonly createKey: () => Promise<IdempotencyKey>;
  /** The connections of that spec in the sandbox, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Cancels all work before the request is sent. It has no effect afterwards. */
  readonly signal: AbortSignal;
  /** Loads the page that shows the connection in advance, because the server may be unavailable later. */
  readonly preparePage: () => Promise<void>;
  /** Called just before the request is sent, so that a reload remembers it. */
  readonly onSend: (attempt: Attempt) => void;
  /** Sends the request once. */
  readonly create: (request: ConnectionRequest, key: IdempotencyKey) => Promise<ConnectionReceipt>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface CreateContext extends ConnectionScope, Pick<Attempt, 'target' | 'clientId'> {
  /** An earlier attempt in the same scope whose outcome is still unknown. */
  readonly earlier: Attempt | null;
}

/**
 * Creates a connection at most once. Flow Service has no idempotency key, so the request is never resent without a
 * click. If an earlier attempt created the connection, that connection is used.
 * @throws {Error} when the create was canceled or the request was certainly not carried out. Creating again is then
 * safe.
 */
export async function createOnce(
  request: ConnectionRequest,
  { earlier, ...context }: CreateContext,
  { createKey, list, signal, preparePage, onSend, create, now }: CreateDependencies,
): Promise<CreateOutcome> {
  const [connections] = await Promise.all([list(signal), preparePage()]);
  // The key is created last. If the server restarted after the key was created, it would treat the key as outdated.
  const key = await createKey();
  signal.throwIfAborted();
  if (earlier?.name === request.name) {
    const found = findByAttempt(earlier, connections);
    if (found.kind === 'own') {
      const { id, etag } = found.connection;
      return { kind: 'created', receipt: { id, etag }, attempt: earlier, wasLost: true };
    }
    if (found.kind === 'unclear') return found;
  }
  const attempt: Attempt = {
    ...context,
    key,
    name: request.name,
    specId: request.connectionSpec.id,
    knownIds: connections.filter(({ name }) => name === request.name).map(({ id }) => id),
    startedAt: now(),
  };
  onSend(attempt);
  try {
    return { kind: 'created', receipt: await create(request, key), attempt, wasLost: false };
  } catch (error) {
    if (error instanceof FlowServiceError && error.wasNotCarriedOut) throw error;
    // Any other error was thrown when the request may already have been sent.
    return { kind: 'lost', error: toError(error) };
  }
}
