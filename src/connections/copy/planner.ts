import { isComplete } from '../../api/all-connections.ts';
import type { ReadableConnections } from '../../api/readable-connections.ts';
import { nameSecret } from '../../sources/secrets.ts';
import { isTargetReadable } from '../find-same-target.ts';
import { type CopyPlan, copyKey } from './copies.ts';
import { findExisting } from './find-existing.ts';
import type { Original } from './originals.ts';

/** What is known about the sandbox of a planned copy. */
export type Existing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable'; readonly error: Error }
  /**
   * `isWhole`: all connections of the sandbox were read. `hidden`: the word for the secret that hides the target of the
   * original, so that only names could be compared; null when targets were compared, too.
   */
  | { readonly kind: 'none'; readonly isWhole: boolean; readonly hidden: string | null }
  | ({ readonly kind: 'found' } & NonNullable<ReturnType<typeof findExisting>>);

export interface PlannedCopy extends Omit<CopyPlan, 'isOnly'> {
  readonly key: string;
  readonly existing: Existing;
}

/** The response of a sandbox. The connections are undefined while they are not known. */
export interface SandboxAnswer {
  readonly data: ReadableConnections | undefined;
  readonly error: Error | null;
}

/**
 * Plans copies of these connections, sandbox by sandbox. A planned copy is the same object until the answer of its
 * sandbox changes, because a page draws hundreds of connections in dozens of sandboxes again on each answer and click.
 */
export function createPlanner(originals: readonly Original[]) {
  const parts = new Map<string, PlannedSandbox>();
  return (
    sandbox: string,
    { data, error }: SandboxAnswer,
    ids: ReadonlySet<string>,
  ): readonly PlannedCopy[] => {
    const last = parts.get(sandbox);
    const isSame = last !== undefined && last.data === data && last.error === error;
    if (isSame && last.ids === ids) return last.planned;
    const rows = isSame ? last.rows : new Map<string, PlannedCopy>();
    const planned = originals.flatMap((original): readonly PlannedCopy[] => {
      const { id } = original.connection;
      if (!ids.has(id)) return [];
      const row = rows.get(id) ?? planCopy(original, sandbox, { data, error });
      rows.set(id, row);
      return [row];
    });
    parts.set(sandbox, { data, error, ids, rows, planned });
    return planned;
  };
}

interface PlannedSandbox extends SandboxAnswer {
  readonly ids: ReadonlySet<string>;
  /** The planned copies by the ID of the original, also of those that are not selected any more. */
  readonly rows: Map<string, PlannedCopy>;
  readonly planned: readonly PlannedCopy[];
}

function planCopy(original: Original, sandbox: string, answer: SandboxAnswer): PlannedCopy {
  const { id, name } = original.connection;
  const copy = { originalId: id, name, sandbox };
  return { ...copy, key: copyKey(copy), existing: readExisting(original, answer) };
}

function readExisting({ source, connection }: Original, { data: list, error }: SandboxAnswer): Existing {
  if (list === undefined) return error === null ? { kind: 'loading' } : { kind: 'unreadable', error };
  const found = findExisting(source, connection, list.connections);
  if (found !== null) return { kind: 'found', ...found };
  const hidden = isTargetReadable(source, connection) ? null : nameSecret(source);
  return { kind: 'none', isWhole: isComplete(list), hidden };
}
