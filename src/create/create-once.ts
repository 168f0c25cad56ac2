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
      /** The one that created it: an earlier one when its answer was lost and it is there by now. */
      readonly attempt: Attempt;
      readonly wasLost: boolean;
    }
  /** Nothing was sent: these may have been created by the earlier attempt. */
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] }
  /** It may have been created or not. `error` is what happened to the answer. */
  | { readonly kind: 'lost'; readonly error: Error };

/** What creating needs. */
export interface CreateDependencies {
  /** A new idempotency key, by what the server says at this moment. */
  readonly createKey: () => Promise<IdempotencyKey>;
  /** The connections of that spec in the sandbox, newest first. */
  readonly list: (signal: AbortSignal) => Promise<readonly Connection[]>;
  /** Cancels everything before the request is sent, and nothing afterwards. */
  readonly signal: AbortSignal;
  /** Loads the page that shows the connection: when it is needed, the server may be gone. */
  readonly preparePage: () => Promise<void>;
  /** Called just before the request is sent, so that a reload does not forget it. */
  readonly onSend: (attempt: Attempt) => void;
  /** Sends the request, once. */
  readonly create: (request: ConnectionRequest, key: IdempotencyKey) => Promise<ConnectionReceipt>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface CreateContext extends ConnectionScope, Pick<Attempt, 'target' | 'clientId'> {
  /** An earlier attempt in the same scope whose outcome is still not known. */
  readonly earlier: Attempt | null;
}

/**
 * Creates a connection, once in effect: Flow Service has no idempotency key, so the request is never sent again
 * without a click, and what an earlier attempt created is taken instead of creating a second one.
 * @throws {Error} when it was canceled, and when the request was certainly not carried out: it is safe to create again.
 */
export async function createOnce(
  request: ConnectionRequest,
  { earlier, ...context }: CreateContext,
  { createKey, list, signal, preparePage, onSend, create, now }: CreateDependencies,
): Promise<CreateOutcome> {
  const [connections] = await Promise.all([list(signal), preparePage()]);
  // The key last: a server that is started again in between would take it for one of its past.
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
    // Whatever else is thrown was thrown after the request may have left.
    return { kind: 'lost', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
