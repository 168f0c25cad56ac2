import * as z from 'zod/mini';
import type { TestOutcome } from '../../api/connection-test.ts';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';
import { storedAttempt } from '../../create/stored-attempt.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import { createStore } from '../../ui/form/store.ts';
import { type Copies, type Copy, type CopyState, stopReasons } from './copies.ts';

const storageKey = 'connection.copies';

const storedCopy = z.object({
  originalId: z.string(),
  name: z.string(),
  sandbox: z.string(),
  isOnly: z.boolean(),
  attempt: z.nullable(storedAttempt),
  /** The ID of the copy once it is created. */
  id: z.nullable(z.string()),
  /** Its test; null when it was not tested. Tabs of earlier versions stored none. */
  test: z.optional(z.nullable(z.enum(['passed', 'failed', 'untestable', 'unknown']))),
});
type StoredCopy = z.infer<typeof storedCopy>;

const storedRuns = z.object({
  version: z.literal(2),
  runs: z.array(
    z.object({
      sandbox: z.string(),
      organizationId: z.nullable(z.string()),
      stop: z.optional(z.nullable(z.enum(stopReasons))),
      list: z.array(storedCopy),
    }),
  ),
});

/** The copies of connections from one sandbox. */
interface Run extends ConnectionScope {
  readonly copies: Copies;
}

/**
 * Remembers the copies of each sandbox in this tab, without their secrets, so that they are kept after a reload. The page also
 * keeps them in memory. If the user leaves the page while a request is running and opens it again, it shows that request
 * and starts no second run, which would overwrite the results of the first.
 */
export function createCopiesMemory(storage: Storage | null) {
  const stored = readFromTab(storage, storageKey, storedRuns)?.runs ?? [];
  const all = createStore<readonly Run[]>(
    stored.map(({ list, stop = null, ...scope }) => ({
      ...scope,
      copies: { phase: 'stopped', stop, queue: [], caller: null, list: list.map(fromStored) },
    })),
  );
  return {
    /** Changes whenever a copy does. */
    all,
    read: (scope: ConnectionScope): Copies | null =>
      all.get().find((run) => isOf(run, scope))?.copies ?? null,
    /** The copies from the other sandboxes of the same organization. */
    readElsewhere: (scope: ConnectionScope): readonly Run[] =>
      all.get().filter((run) => run.organizationId === scope.organizationId && !isOf(run, scope)),
    /** Stores the copies from a sandbox, or removes them with null. */
    write(scope: ConnectionScope, copies: Copies | null): void {
      const others = all.get().filter((run) => !isOf(run, scope));
      const next = copies === null ? others : [...others, { ...scope, copies }];
      all.set(next);
      if (next.length === 0) return storage?.removeItem(storageKey);
      const kept: z.infer<typeof storedRuns> = { version: 2, runs: next.map(toStoredRun) };
      writeToTab(storage, storageKey, kept);
    },
  };
}

function isOf(run: Run, scope: ConnectionScope): boolean {
  return toScopeKey(run) === toScopeKey(scope);
}

function toStoredRun({ sandbox, organizationId, copies: { phase, stop, list } }: Run) {
  // The stored state is read only after the page was closed.
  const whyStopped = stop ?? (phase === 'running' ? 'left' : null);
  return { sandbox, organizationId, stop: whyStopped, list: list.map(toStored) };
}

function toStored({ state, ...copy }: Copy): StoredCopy {
  const { id, test } = state.kind === 'created' ? state : { id: null, test: null };
  return { ...copy, id, test };
}

/** A request without a stored result may have been carried out, because the page may have been closed before the response. */
function fromStored({ id, test = null, ...copy }: StoredCopy): Copy {
  return { ...copy, state: toState(id, test, copy.attempt !== null) };
}

function toState(id: string | null, test: TestOutcome | null, wasSent: boolean): CopyState {
  if (id !== null) return { kind: 'created', id, test };
  return wasSent ? { kind: 'unknown', error: null, wasSearched: false } : { kind: 'due' };
}
