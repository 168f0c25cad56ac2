import type { FlowServiceClient } from '../flow-service/client.ts';
import type { PatchOperation } from '../flow-service/connection-request.ts';
import type { Connection } from '../flow-service/connection.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { toPatch } from '../source-form/edit-connection.ts';
import { fromConnection } from '../source-form/from-connection.ts';
import { secretsOf } from '../sources/secrets.ts';
import type { SourceAnswers } from '../source-form/source-answers.ts';
import type { Source } from '../sources/source.ts';

export interface Edit {
  /** As it was when the form was filled; its etag says so to the service. */
  readonly before: Connection;
  /** Valid. Some of them are secrets. */
  readonly answers: SourceAnswers;
}

/** What saving needs of the API. */
export interface SaveClient extends Pick<FlowServiceClient, 'getConnection'> {
  readonly updateConnection: (
    sandbox: string,
    id: string,
    etag: string,
    operations: readonly PatchOperation[],
  ) => Promise<unknown>;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  /** Somebody else was faster: `now` is what they left. */
  | { readonly kind: 'conflict'; readonly now: Connection };

/**
 * Sends the changes with `If-Match`. To repeat it after a lost answer is safe: a version that was saved already
 * answers 412, and is then shown as what it is. @throws {FlowServiceError} See `readSaveFailure`.
 */
export async function saveConnection(
  client: SaveClient,
  sandbox: string,
  source: Source,
  { before, answers }: Edit,
): Promise<SaveOutcome> {
  const operations = toPatch(source, fromConnection(source, before), answers);
  if (operations.length === 0) return { kind: 'unchanged' };
  try {
    await client.updateConnection(sandbox, before.id, before.etag, operations);
    return { kind: 'saved' };
  } catch (error) {
    if (!(error instanceof FlowServiceError)) throw error;
    if (error.status !== 412) throw error.without(secretsOf(source, answers.params));
    return { kind: 'conflict', now: await client.getConnection(sandbox, before.id) };
  }
}

/**
 * What a failure means for the changes: `refused`, they were certainly not saved; `overtaken`, neither, because
 * somebody else was faster, and what they left could not be read; `unknown`, they may have been saved.
 */
export function readSaveFailure(error: unknown): 'refused' | 'overtaken' | 'unknown' {
  if (!(error instanceof FlowServiceError)) return 'unknown';
  // It is read only after the service has refused the changes.
  if (error.endpoint === 'getConnection') return 'overtaken';
  return error.wasNotCarriedOut ? 'refused' : 'unknown';
}
