import * as z from 'zod/mini';
import { readFromTab, writeToTab } from '../../../session/tab-storage.ts';
import { type Rotation, remaining } from '../run/rotation.ts';

const storageKey = 'connection.rotations';

const storedRotation = z.object({
  scope: z.string(),
  startedOn: z.string(),
  isEnded: z.boolean(),
  key: z.string(),
  target: z.object({
    specId: z.string(),
    authSpecName: z.nullable(z.string()),
    params: z.record(z.string(), z.unknown()),
  }),
  goal: z.enum(['new', 'old']),
  connections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      secretState: z.enum(['old', 'new', 'earlier', 'earlierOld', 'unknown', 'changedByOthers', 'deleted']),
      test: z.nullable(z.enum(['due', 'passed', 'failed', 'untestable'])),
      etag: z.nullable(z.string()),
      isLeftOut: z.boolean(),
    }),
  ),
  trials: z.array(z.object({ name: z.string(), id: z.nullable(z.string()) })),
});
type StoredRotation = z.infer<typeof storedRotation>;

const storedRotations = z.object({ version: z.literal(5), rotations: z.array(storedRotation) });

/** A rotation that is running or unfinished, or that left a temporary connection. */
export interface Remembered {
  readonly scope: string;
  /** The connection on whose page it was started. It may not be one of those that are changed. */
  readonly startedOn: string;
  /** Whether the user does not want to continue it, so that it is remembered only for its temporary connections. */
  readonly isEnded: boolean;
  readonly rotation: Rotation;
}

export function readRotations(storage: Storage | null): readonly Remembered[] {
  return (readFromTab(storage, storageKey, storedRotations)?.rotations ?? []).map(fromStored);
}

export function storeRotations(storage: Storage | null, all: readonly Remembered[]): void {
  if (all.length === 0) return storage?.removeItem(storageKey);
  const kept: z.infer<typeof storedRotations> = { version: 5, rotations: all.map(toStored) };
  writeToTab(storage, storageKey, kept);
}

function toStored({ rotation, ...one }: Remembered): StoredRotation {
  const { key, target, goal, connections, trials } = rotation;
  return { ...one, key, target, goal, connections: [...connections], trials: [...trials] };
}

function fromStored({ scope, startedOn, isEnded, ...stored }: StoredRotation): Remembered {
  const done: Rotation = { ...stored, phase: 'done', stop: null };
  // A rotation that is done is stored only because of a temporary connection.
  const isDone = remaining(done).length === 0;
  return {
    scope,
    startedOn,
    isEnded,
    rotation: isDone ? done : { ...done, phase: 'stopped', stop: { reason: 'interrupted' } },
  };
}
