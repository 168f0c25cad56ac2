import * as z from 'zod/mini';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import { type Rotation, remaining } from './rotation.ts';

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
      held: z.enum(['old', 'new', 'unknown', 'gone']),
      test: z.nullable(z.enum(['due', 'passed', 'failed', 'untestable'])),
      etag: z.nullable(z.string()),
    }),
  ),
  trials: z.array(z.object({ name: z.string(), id: z.nullable(z.string()) })),
});
type StoredRotation = z.infer<typeof storedRotation>;

const storedRotations = z.object({ version: z.literal(2), rotations: z.array(storedRotation) });

/** Remembers the unfinished rotations of this tab, without their secrets, so that they can be taken up after a reload. */
export function createRotationMemory(storage: Storage | null) {
  const readAll = () => readFromTab(storage, storageKey, storedRotations)?.rotations ?? [];
  const isOf = (scope: ConnectionScope, id: string) => (stored: StoredRotation) =>
    stored.scope === toScopeKey(scope) &&
    (stored.startedOn === id || stored.connections.some((connection) => connection.id === id));
  return {
    /** The unfinished rotation that includes this connection, or null. */
    read(scope: ConnectionScope, id: string): Rotation | null {
      const stored = readAll().find(isOf(scope, id));
      if (stored === undefined) return null;
      const { goal, connections, trials } = stored;
      const rotation: Rotation = { phase: 'done', goal, connections, trials, stop: null };
      // One that is done is stored only because of a temporary connection.
      return remaining(rotation).length === 0
        ? rotation
        : { ...rotation, phase: 'stopped', stop: { reason: 'left' } };
    },
    /** Stores the rotation that includes this connection; null forgets it. */
    write(scope: ConnectionScope, id: string, rotation: Rotation | null): void {
      const isUnfinished = rotation !== null && (rotation.phase !== 'done' || rotation.trials.length > 0);
      const rotations = readAll().filter((stored) => !isOf(scope, id)(stored));
      if (isUnfinished) {
        const { goal, connections, trials } = rotation;
        rotations.push({
          scope: toScopeKey(scope),
          startedOn: id,
          goal,
          connections: [...connections],
          trials: [...trials],
        });
      }
      if (rotations.length === 0) return storage?.removeItem(storageKey);
      const stored: z.infer<typeof storedRotations> = { version: 2, rotations };
      writeToTab(storage, storageKey, stored);
    },
  };
}
