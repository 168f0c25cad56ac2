import { type RotatedConnection, type Rotation, remaining } from '../run/rotation.ts';
import type { Remembered } from './stored-rotations.ts';

export function includesAny({ connections }: Rotation, ids: ReadonlySet<string>): boolean {
  return connections.some(({ id }) => ids.has(id));
}

/** Whether a rotation can be continued, or left a temporary connection. */
export function isWorthKeeping({ rotation, isEnded }: Remembered): boolean {
  return rotation.trials.length > 0 || (rotation.phase !== 'done' && !isEnded);
}

/**
 * Moves the connections of a new rotation out of the earlier ones, which would otherwise still show an outdated state of
 * them. Their temporary connections move as well, so that they are shown with the connections.
 */
export function takeOver(started: Remembered, all: readonly Remembered[]) {
  const ids = new Set(started.rotation.connections.map(({ id }) => id));
  const affected = all.filter(
    (one) =>
      one.scope === started.scope &&
      (includesAny(one.rotation, ids) || (one.isEnded && one.startedOn === started.startedOn)),
  );
  const earlier = affected.flatMap((one) => (isFinished(one) ? [] : one.rotation.connections));
  const connections = started.rotation.connections.map((one) => continueFrom(one, earlier));
  const trials = affected.flatMap(({ rotation }) => rotation.trials);
  return {
    started: { ...started, rotation: { ...started.rotation, connections, trials } },
    others: all.flatMap((one) =>
      affected.includes(one) ? [withoutConnections(one, ids)].filter(isWorthKeeping) : [one],
    ),
  };
}

function isFinished({ rotation, isEnded }: Remembered): boolean {
  return isEnded || rotation.phase === 'done';
}

/** What an unfinished rotation wrote is neither the old nor the new secret of the next one. */
function continueFrom(one: RotatedConnection, earlier: readonly RotatedConnection[]): RotatedConnection {
  const before = earlier.find(({ id }) => id === one.id);
  const isAsBefore = before === undefined || before.secretState === 'old';
  return isAsBefore ? one : { ...one, secretState: 'unknown' };
}

function withoutConnections(one: Remembered, ids: ReadonlySet<string>): Remembered {
  const connections = one.rotation.connections.filter(({ id }) => !ids.has(id));
  const rotation: Rotation = { ...one.rotation, connections, trials: [] };
  const isDone = one.rotation.phase === 'done' || remaining(rotation).length === 0;
  const rest: Pick<Rotation, 'phase' | 'stop'> = isDone
    ? { phase: 'done', stop: null }
    : { phase: 'stopped', stop: { reason: 'interrupted' } };
  return { ...one, rotation: { ...rotation, ...rest } };
}
