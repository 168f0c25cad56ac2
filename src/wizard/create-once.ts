import type { Connection, ConnectionReceipt } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Attempt, Place } from './attempt.ts';

export type CreateStage = 'looking' | 'creating';

export type CreateOutcome =
  /** `wasLost`: its answer was lost before, and it was found instead of created again. */
  | { readonly kind: 'created'; readonly receipt: ConnectionReceipt; readonly wasLost: boolean }
  /** It may have been created or not. `error` is what happened to the answer. */
  | { readonly kind: 'lost'; readonly error: Error };

/** What creating needs of the world. */
export interface CreateMeans {
  /** The place's connections of that spec, newest first. */
  readonly list: () => Promise<readonly Connection[]>;
  /** Sends the request, once. */
  readonly create: (request: ConnectionRequest) => Promise<ConnectionReceipt>;
  /** Whether a connection leads to the same target as the request does. */
  readonly isSameTarget: (connection: Connection) => boolean;
  readonly now: () => number;
}

export interface CreateMemory {
  readonly onStage: (stage: CreateStage) => void;
  /** An earlier attempt in the same place whose outcome is still not known. */
  readonly former: Attempt | null;
  /** Called just before the request leaves, so that a reload does not forget it; with the former one after a refusal. */
  readonly onAttempt: (attempt: Attempt | null) => void;
}

/**
 * Creates a connection, once in effect: Flow Service knows no idempotency key, so the request is never sent
 * again by itself, and what an earlier attempt made after all is taken instead of making a second one.
 * @throws {Error} when the request was certainly not carried out: it is safe to create again.
 */
export async function createOnce(
  request: ConnectionRequest,
  place: Place,
  means: CreateMeans,
  { onStage, former, onAttempt }: CreateMemory,
): Promise<CreateOutcome> {
  onStage('looking');
  const namesakes = (await means.list()).filter(({ name }) => name === request.name);
  if (former?.name === request.name) {
    const late = namesakes.find((one) => !former.knownIds.includes(one.id) && means.isSameTarget(one));
    if (late) return { kind: 'created', receipt: { id: late.id, etag: late.etag }, wasLost: true };
  }
  const attempt: Attempt = {
    sandbox: place.sandbox,
    organizationId: place.organizationId,
    name: request.name,
    specId: request.connectionSpec.id,
    knownIds: namesakes.map(({ id }) => id),
    startedAt: means.now(),
    fate: 'sent',
  };
  onAttempt(attempt);
  onStage('creating');
  try {
    return { kind: 'created', receipt: await means.create(request), wasLost: false };
  } catch (error) {
    if (error instanceof FlowServiceError && error.wasNotCarriedOut) {
      onAttempt(former);
      throw error;
    }
    onAttempt({ ...attempt, fate: 'lost' });
    // Whatever else is thrown was thrown after the request may have left.
    return { kind: 'lost', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
