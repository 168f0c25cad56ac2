import { type ConnectionScope, toScopeKey } from '../../../create/attempt.ts';
import { createStore } from '../../../ui/form/store.ts';
import { compareVersions } from '../run/compare-versions.ts';
import { type Rotation, type Trial, isHalfDone, isRunning, withTrial } from '../run/rotation.ts';
import { type Remembered, readRotations, storeRotations } from './stored-rotations.ts';
import { includesAny, isWorthKeeping, takeOver } from './take-over.ts';

/** The temporary connections that one rotation left. */
export interface OrphanedTrials {
  readonly key: string;
  /** The connection on whose page the rotation started. */
  readonly startedOn: string;
  readonly specId: string;
  readonly trials: readonly Trial[];
}

/**
 * Remembers the rotations of this tab, without their secrets, so that they can be continued after a reload. The page also
 * keeps them in memory, because the browser may have no storage. A connection is included in one unfinished rotation at
 * most, so that no two of them say different things about it. A temporary connection is remembered until it is deleted
 * or the user says that it does not exist.
 */
export function createRotationMemory(storage: Storage | null) {
  const read = readRotations(storage);
  const all = createStore(read);
  const readTrials = new Set(read.flatMap(({ rotation }) => rotation.trials.map(({ name }) => name)));
  const set = (next: readonly Remembered[]) => {
    all.set(next);
    storeRotations(storage, next);
  };
  const inScope = (scope: ConnectionScope) => {
    const key = toScopeKey(scope);
    return all.get().filter((one) => one.scope === key);
  };
  /** Changes one rotation, which is removed if nothing of it has to be remembered any more. */
  const update = (key: string, change: (one: Remembered) => Remembered) =>
    set(
      all.get().flatMap((one) => (one.rotation.key === key ? [change(one)].filter(isWorthKeeping) : [one])),
    );
  /** Remembers what is known of a temporary connection; null if it does not exist. */
  const settleTrial = (name: string, trial: Pick<Trial, 'id'> | null): void => {
    const found = all.get().find(({ rotation }) => rotation.trials.some((one) => one.name === name));
    if (found === undefined) return;
    update(found.rotation.key, ({ rotation, ...one }) => ({
      ...one,
      rotation: { ...rotation, trials: withTrial(rotation.trials, name, trial) },
    }));
  };
  return {
    /** Changes whenever a rotation does. */
    all,
    /** The running or unfinished rotation that includes this connection or was started on its page, or null. */
    read(scope: ConnectionScope, id: string): Rotation | null {
      const open = inScope(scope).filter(({ isEnded }) => !isEnded);
      const found =
        open.findLast(({ rotation }) => includesAny(rotation, new Set([id]))) ??
        open.findLast(({ startedOn }) => startedOn === id);
      return found?.rotation ?? null;
    },
    /** The running rotation that includes one of these connections, or null. */
    findRunning: (scope: ConnectionScope, ids: ReadonlySet<string>): Rotation | null =>
      inScope(scope).find(({ rotation }) => isRunning(rotation) && includesAny(rotation, ids))?.rotation ??
      null,
    /** Remembers a new rotation. Returns it with what it takes over from earlier rotations of its connections. */
    start(scope: ConnectionScope, startedOn: string, rotation: Rotation): Rotation {
      const taken = takeOver({ scope: toScopeKey(scope), startedOn, isEnded: false, rotation }, all.get());
      set([...taken.others, taken.started]);
      return taken.started.rotation;
    },
    /** Remembers the next state of a rotation, until it is done and has left nothing. */
    write: (rotation: Rotation): void => update(rotation.key, (one) => ({ ...one, rotation })),
    /** Ends a rotation. The temporary connections that it left are kept. */
    end: (key: string): void => update(key, (one) => ({ ...one, isEnded: true })),
    settleTrial,
    /** Remembers that the user has deleted a connection, which may be a temporary one. */
    settleDeleted(id: string): void {
      const trials = all.get().flatMap(({ rotation }) => rotation.trials);
      for (const trial of trials) if (trial.id === id) settleTrial(trial.name, null);
      for (const { rotation } of all.get().filter((one) => includesAny(one.rotation, new Set([id])))) {
        const compared = compareVersions(rotation, new Map([[id, 'deleted']]));
        update(rotation.key, (one) => ({ ...one, rotation: compared }));
      }
    },
    /** The running rotations, and the connections on whose pages they started. */
    readRunning: (scope: ConnectionScope): readonly Pick<Remembered, 'startedOn' | 'rotation'>[] =>
      inScope(scope).filter(({ rotation }) => isRunning(rotation)),
    /** The rotations that stopped after they had changed some of their connections. */
    readHalfDone: (scope: ConnectionScope): readonly Rotation[] =>
      inScope(scope).flatMap(({ isEnded, rotation }) =>
        !isEnded && !isRunning(rotation) && isHalfDone(rotation) ? [rotation] : [],
      ),
    /** The unfinished rotation that includes this connection and has changed some of its connections, or null. */
    findHalfDone: (scope: ConnectionScope, id: string): Rotation | null =>
      inScope(scope).findLast(
        (one) => !one.isEnded && isHalfDone(one.rotation) && includesAny(one.rotation, new Set([id])),
      )?.rotation ?? null,
    /** Whether a running rotation of this tab uses the temporary connection of this name. */
    isTrying: (name: string): boolean =>
      all
        .get()
        .some(({ rotation }) => isRunning(rotation) && rotation.trials.some((trial) => trial.name === name)),
    /**
     * Whether another tab may use the temporary connection of this name: a tab that was duplicated has the stored
     * rotations of the first one, which may still run there.
     */
    mayBeUsedElsewhere: (name: string): boolean => readTrials.has(name),
    readOrphaned: (scope: ConnectionScope): readonly OrphanedTrials[] =>
      inScope(scope)
        .filter(({ rotation }) => !isRunning(rotation) && rotation.trials.length > 0)
        .map(({ startedOn, rotation: { key, target, trials } }) => ({
          key,
          startedOn,
          specId: target.specId,
          trials,
        })),
  };
}
