import * as z from 'zod/mini';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import { createStore } from '../../ui/form/store.ts';
import { type Rotation, isRunning, remaining } from './rotation.ts';

const storageKey = 'connection.rotations';

const storedRotation = z.object({
  scope: z.string(),
  /** The connection on whose page it was started. It may not be one of those that are changed. */
  startedOn: z.string(),
  goal: z.enum(['new', 'old']),
  connections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      secretState: z.enum(['old', 'new', 'unknown', 'deleted']),
      test: z.nullable(z.enum(['due', 'passed', 'failed', 'untestable'])),
      etag: z.nullable(z.string()),
    }),
  ),
  trials: z.array(z.object({ name: z.string(), id: z.nullable(z.string()) })),
});
type StoredRotation = z.infer<typeof storedRotation>;

const storedRotations = z.object({ version: z.literal(3), rotations: z.array(storedRotation) });

/** A rotation that is running or unfinished, or that left a temporary connection. */
interface Remembered {
  readonly scope: string;
  readonly startedOn: string;
  readonly rotation: Rotation;
}

/**
 * Remembers the rotations of this tab, without their secrets, so that they can be continued after a reload. The page also
 * keeps them in memory, because the browser may have no storage.
 */
export function createRotationMemory(storage: Storage | null) {
  const stored = readFromTab(storage, storageKey, storedRotations)?.rotations ?? [];
  const all = createStore<readonly Remembered[]>(stored.map(fromStored));
  const isOf = (scope: ConnectionScope, id: string) => (one: Remembered) =>
    one.scope === toScopeKey(scope) &&
    (one.startedOn === id || one.rotation.connections.some((connection) => connection.id === id));
  return {
    /** Changes whenever a rotation does. */
    all,
    /** The running or unfinished rotation that includes this connection, or null. */
    read: (scope: ConnectionScope, id: string): Rotation | null =>
      all.get().find(isOf(scope, id))?.rotation ?? null,
    /** Remembers the rotation that includes this connection; null removes it. */
    write(scope: ConnectionScope, id: string, rotation: Rotation | null): void {
      const isUnfinished = rotation !== null && (rotation.phase !== 'done' || rotation.trials.length > 0);
      const others = all.get().filter((one) => !isOf(scope, id)(one));
      const next = isUnfinished ? [...others, { scope: toScopeKey(scope), startedOn: id, rotation }] : others;
      all.set(next);
      if (next.length === 0) return storage?.removeItem(storageKey);
      const kept: z.infer<typeof storedRotations> = { version: 3, rotations: next.map(toStored) };
      writeToTab(storage, storageKey, kept);
    },
    /** The connections on whose pages a rotation started that left temporary connections, and the names of these. */
    readOrphaned: (
      scope: ConnectionScope,
    ): readonly { readonly startedOn: string; readonly names: readonly string[] }[] =>
      all
        .get()
        .filter((one) => one.scope === toScopeKey(scope) && !isRunning(one.rotation))
        .map(({ startedOn, rotation: { trials } }) => ({ startedOn, names: trials.map(({ name }) => name) }))
        .filter(({ names }) => names.length > 0),
  };
}

function toStored({ scope, startedOn, rotation: { goal, connections, trials } }: Remembered): StoredRotation {
  return { scope, startedOn, goal, connections: [...connections], trials: [...trials] };
}

function fromStored({ scope, startedOn, goal, connections, trials }: StoredRotation): Remembered {
  const done: Rotation = { phase: 'done', goal, connections, trials, stop: null };
  // A rotation that is done is stored only because of a temporary connection.
  const isDone = remaining(done).length === 0;
  return {
    scope,
    startedOn,
    rotation: isDone ? done : { ...done, phase: 'stopped', stop: { reason: 'interrupted' } },
  };
}
