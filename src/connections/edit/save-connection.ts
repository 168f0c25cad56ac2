import type { Api } from '../../api/api.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { toPatch } from '../../source-form/answers/edit-connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { findConflicts } from '../../source-form/answers/rebase-answers.ts';
import { secretsOf } from '../../sources/secrets.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';

export interface Edit {
  /** The connection when the form was filled. Its etag identifies this version. */
  readonly before: Connection;
  /** Valid answers. Some of them are secrets. */
  readonly answers: SourceAnswers;
  /** Whether the same edit was sent before and its answer was lost. */
  readonly wasLost: boolean;
}

/** The API methods that a save needs. */
export type SaveClient = Pick<Api, 'getConnection' | 'updateConnection'>;

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  /**
   * The connection was changed, and it differs from the answers or may have another secret. `wasLost`: the change may
   * be this edit, or this edit may have been saved before it.
   */
  | { readonly kind: 'conflict'; readonly now: Connection; readonly wasLost: boolean };

/**
 * Sends the changes with `If-Match`. If the version is refused or the answer is lost, the connection is read again
 * and compared, because the changes may already be saved.
 * @throws {FlowServiceError} See `readSaveFailure`.
 */
export async function saveConnection(
  client: SaveClient,
  source: Source,
  { before, answers, wasLost }: Edit,
): Promise<SaveOutcome> {
  const operations = toPatch(source, fromConnection(source, before), answers);
  if (operations.length === 0) return { kind: 'unchanged' };
  try {
    await client.updateConnection(before.id, before.etag, operations);
    return { kind: 'saved' };
  } catch (cause) {
    if (!(cause instanceof FlowServiceError)) throw cause;
    const error = cause.without(secretsOf(source, answers.params));
    const isConflict = error.status === 412;
    const isLost = !error.wasNotCarriedOut;
    if (!isConflict && !isLost) throw error;
    const now = await client.getConnection(before.id).catch((unread: unknown) => {
      throw isLost ? error : unread;
    });
    if (now.etag === before.etag) throw error;
    const mayBeOwn = isLost || wasLost;
    const touchesSecret = operations.some(({ path }) => path === '/auth/params');
    // A secret cannot be compared, so the new version may have the secret of another user.
    if (isAsAnswered(source, answers, now) && !touchesSecret) return { kind: 'saved' };
    return { kind: 'conflict', now, wasLost: mayBeOwn };
  }
}

/** Whether the visible fields of a connection match the answers. */
export function isAsAnswered(source: Source, answers: SourceAnswers, connection: Connection): boolean {
  const current = fromConnection(source, connection);
  return findConflicts(source, current, answers, answers).length === 0;
}

/**
 * Interprets a failed save. `refused`: the changes were certainly not saved. `conflict`: they were not saved because
 * another user changed the connection, and that version could not be read. `unknown`: they may have been saved.
 */
export function readSaveFailure(error: unknown): 'refused' | 'conflict' | 'unknown' {
  if (!(error instanceof FlowServiceError)) return 'unknown';
  // The connection is read only after the service has refused the changes.
  if (error.endpoint === 'getConnection') return 'conflict';
  return error.wasNotCarriedOut ? 'refused' : 'unknown';
}
