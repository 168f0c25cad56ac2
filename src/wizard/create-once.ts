import type { Connection, ConnectionReceipt } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';

/** What must be remembered of a creating request to find out what became of it. It holds no secret. */
export interface Attempt {
  readonly name: string;
  readonly sandbox: string;
  /** null: the server's own. */
  readonly organizationId: string | null;
  readonly specId: string;
  /** The connections of that name that were there before. */
  readonly knownIds: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export type CreateStage = 'looking' | 'creating';

export type CreateOutcome =
  /** `wasLost`: its answer was lost before, and it was found instead of created again. */
  | { readonly kind: 'created'; readonly receipt: ConnectionReceipt; readonly wasLost: boolean }
  /** It may have been created or not. `error` is what happened to the answer. */
  | { readonly kind: 'lost'; readonly error: FlowServiceError };

/** What creating needs of the world. */
export interface CreateMeans {
  /** The sandbox's connections of that spec, newest first. */
  readonly list: () => Promise<readonly Connection[]>;
  /** Sends the request, once. */
  readonly create: (request: ConnectionRequest) => Promise<ConnectionReceipt>;
  /** Whether a connection leads to the same place as the request does. */
  readonly isSameTarget: (connection: Connection) => boolean;
  readonly now: () => number;
}

export interface CreateMemory {
  readonly onStage: (stage: CreateStage) => void;
  /** An earlier attempt whose outcome is still not known. */
  readonly former: Attempt | null;
  /** Called just before the request leaves, so that a reload does not forget it; with the former one after a refusal. */
  readonly onAttempt: (attempt: Attempt | null) => void;
}

/**
 * Creates a connection, once in effect: Flow Service knows no idempotency key, so the request is never sent
 * again by itself, and what an earlier attempt made after all is taken instead of making a second one.
 * @throws {FlowServiceError} when the request was certainly not carried out: it is safe to create again.
 */
export async function createOnce(
  request: ConnectionRequest,
  { sandbox, organizationId }: Pick<Attempt, 'sandbox' | 'organizationId'>,
  means: CreateMeans,
  { onStage, former, onAttempt }: CreateMemory,
): Promise<CreateOutcome> {
  onStage('looking');
  const namesakes = (await means.list()).filter(({ name }) => name === request.name);
  if (former?.name === request.name) {
    const late = namesakes.find((one) => !former.knownIds.includes(one.id) && means.isSameTarget(one));
    if (late) return { kind: 'created', receipt: { id: late.id, etag: late.etag }, wasLost: true };
  }
  onAttempt({
    name: request.name,
    sandbox,
    organizationId,
    specId: request.connectionSpec.id,
    knownIds: namesakes.map(({ id }) => id),
    startedAt: means.now(),
  });
  onStage('creating');
  try {
    return { kind: 'created', receipt: await means.create(request), wasLost: false };
  } catch (error) {
    if (error instanceof FlowServiceError && !error.wasNotCarriedOut) return { kind: 'lost', error };
    onAttempt(former);
    throw error;
  }
}
