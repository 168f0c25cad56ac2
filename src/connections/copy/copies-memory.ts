import * as z from 'zod/mini';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';
import { storedAttempt } from '../../create/stored-attempt.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import type { Copies, Copy, CopyState } from './copies.ts';

const storageKey = 'connection.copies';

const storedCopy = z.object({
  originalId: z.string(),
  name: z.string(),
  sandbox: z.string(),
  attempt: z.nullable(storedAttempt),
  /** The ID of the copy once it is created. */
  id: z.nullable(z.string()),
});
type StoredCopy = z.infer<typeof storedCopy>;

const storedRuns = z.object({
  version: z.literal(1),
  runs: z.array(z.object({ scope: z.string(), list: z.array(storedCopy) })),
});

/** Remembers the copies of each sandbox in this tab, without their secrets, so that a reload forgets none. */
export function createCopiesMemory(storage: Storage | null) {
  const readAll = () => readFromTab(storage, storageKey, storedRuns)?.runs ?? [];
  return {
    read(scope: ConnectionScope): Copies | null {
      const run = readAll().find((one) => one.scope === toScopeKey(scope));
      return run === undefined ? null : { phase: 'stopped', list: run.list.map(fromStored) };
    },
    /** null forgets them. */
    write(scope: ConnectionScope, copies: Copies | null): void {
      const runs = readAll().filter((one) => one.scope !== toScopeKey(scope));
      if (copies !== null) runs.push({ scope: toScopeKey(scope), list: copies.list.map(toStored) });
      if (runs.length === 0) return storage?.removeItem(storageKey);
      const stored: z.infer<typeof storedRuns> = { version: 1, runs };
      writeToTab(storage, storageKey, stored);
    },
  };
}

function toStored({ originalId, name, sandbox, attempt, state }: Copy): StoredCopy {
  return { originalId, name, sandbox, attempt, id: state.kind === 'created' ? state.id : null };
}

/** A request whose answer the page did not wait for may have been carried out. */
function fromStored({ id, ...copy }: StoredCopy): Copy {
  return { ...copy, state: toState(id, copy.attempt !== null) };
}

function toState(id: string | null, wasSent: boolean): CopyState {
  if (id !== null) return { kind: 'created', id, test: null };
  return wasSent ? { kind: 'unknown', error: null } : { kind: 'due' };
}
