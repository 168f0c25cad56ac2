import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Access } from '../../session/access.tsx';
import { api } from '../../api/api.ts';
import { isNotFound } from '../is-not-found.ts';

/** Thrown when the answer to a deletion does not say its outcome, and the connection was read and still exists. */
export class StillExistsError extends Error {
  /** Why the outcome was not known. */
  readonly reason: FlowServiceError;

  constructor(reason: FlowServiceError) {
    super('The connection still exists.');
    this.reason = reason;
  }
}

/**
 * Resolves when the connection no longer exists. This includes a connection that was already deleted and a delete
 * whose answer was lost or cannot be read.
 */
export async function deleteConnection(access: Access, id: string): Promise<void> {
  try {
    await api(access).deleteConnection(id);
  } catch (error) {
    if (isNotFound(error)) return;
    if (!(error instanceof FlowServiceError) || error.wasNotCarriedOut) throw error;
    const found = await api(access)
      .getConnection(id)
      .then(
        () => 'exists' as const,
        (cause: unknown) => (isNotFound(cause) ? 'deleted' : 'unknown'),
      );
    if (found === 'exists') throw new StillExistsError(error);
    if (found === 'unknown') throw error;
  }
}
