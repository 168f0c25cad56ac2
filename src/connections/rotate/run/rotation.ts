import type { Connection } from '../../../flow-service/schemas/connection.ts';
import type { Target } from './rotation-target.ts';

/**
 * Which secret a connection has. `earlier`: a new one that this rotation wrote, and `earlierOld`: an old one that it put
 * back, before the user entered one that may be different. `unknown`: the response to a change was lost, another user
 * changed it meanwhile, or an unfinished rotation was replaced by this one. `changedByOthers`: its version is not the
 * one that the rotation last read or wrote, so somebody changed it since. `deleted`: it was deleted.
 */
export type SecretState =
  | 'old'
  | 'new'
  | 'earlier'
  | 'earlierOld'
  | 'unknown'
  | 'changedByOthers'
  | 'deleted';

export type TestAfterChange = 'due' | 'passed' | 'failed' | 'untestable';

export interface RotatedConnection {
  readonly id: string;
  readonly name: string;
  readonly secretState: SecretState;
  /** The result of Adobe's test after the last change; `due` until there is one; null when nothing was changed. */
  readonly test: TestAfterChange | null;
  /** The version for which the state is known. If the connection has another one, somebody changed it since. */
  readonly etag: string | null;
  /** Whether the user has left it out, so that the rotation does not change or test it any more. */
  readonly isLeftOut: boolean;
}

/** A temporary connection that tries the new secret. One that was deleted is not listed any more. */
export interface Trial {
  readonly name: string;
  /** null when the response to its creation was lost and it was not found, so that it may or may not exist. */
  readonly id: string | null;
}

/**
 * The result of deleting a temporary connection. `notSearched`: the connections could not be read. `notFoundInPart`: some of
 * them could not be read.
 */
export type TrialRemoval = 'deleted' | 'notDeleted' | 'notFound' | 'notFoundInPart' | 'notSearched';

/** Why a rotation stopped. `id` is the connection that it stopped at. */
export type Stop =
  /** The temporary connection could not be created. */
  | { readonly reason: 'trialRefused'; readonly error: Error }
  /** The new secret was not accepted. */
  | { readonly reason: 'trialFailed'; readonly error: Error | null }
  /** Adobe cannot test connections of the source, so the secret was not tried. The user may continue anyway. */
  | { readonly reason: 'trialUntestable' }
  /** The trial has no result. */
  | { readonly reason: 'trialUnknown'; readonly error: Error | null }
  | { readonly reason: 'changeRefused' | 'changeUnknown'; readonly id: string; readonly error: Error }
  /** The connections could not be read, so nothing was tried or changed. */
  | { readonly reason: 'unread'; readonly error: Error }
  /**
   * Somebody else changed it, so nothing was written over that. `targetChanged`: it does not lead to the same target with
   * the same user any more.
   */
  | { readonly reason: 'conflict' | 'targetChanged'; readonly id: string }
  | { readonly reason: 'testFailed' | 'testUnknown'; readonly id: string; readonly error: Error | null }
  /** The user has left out the connection that the rotation stopped at. */
  | { readonly reason: 'leftOut'; readonly id: string }
  /** The user left the page. */
  | { readonly reason: 'interrupted' };

export interface Rotation {
  /** Identifies the rotation in this tab. */
  readonly key: string;
  /** The target and user of the connection on whose page it was started. */
  readonly target: Target;
  readonly phase: 'ready' | 'trying' | 'changing' | 'stopped' | 'done';
  /** The secret that is written: the new one, or the old one to put it back. */
  readonly goal: 'new' | 'old';
  readonly connections: readonly RotatedConnection[];
  /** The temporary connections that exist or may exist. */
  readonly trials: readonly Trial[];
  readonly stop: Stop | null;
}

/** A connection that is selected for a rotation. */
export type ChosenConnection = Pick<Connection, 'id' | 'name' | 'etag'>;

export function startRotation(connections: readonly ChosenConnection[], target: Target): Rotation {
  return {
    key: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    target,
    phase: 'ready',
    goal: 'new',
    connections: connections.map(({ id, name, etag }) => ({
      id,
      name,
      secretState: 'old',
      test: null,
      etag: etag === '' ? null : etag,
      isLeftOut: false,
    })),
    trials: [],
    stop: null,
  };
}

/** The connections that still need the secret that is written, or its test, in their order. */
export function remaining({ connections, goal }: Rotation): readonly RotatedConnection[] {
  return connections.filter((connection) => isRemaining(connection, goal));
}

/** The old secret is not written into a connection that this rotation never changed, even if another user changed it. */
function isRemaining({ secretState, test, isLeftOut }: RotatedConnection, goal: Rotation['goal']): boolean {
  if (isLeftOut || secretState === 'deleted') return false;
  if (secretState === goal) return test === 'due' || test === 'failed';
  return goal === 'new' || secretState !== 'changedByOthers' || test !== null;
}

/** Whether it is being changed, or is not as it should be. */
export function needsAttention({ secretState, test, isLeftOut }: RotatedConnection): boolean {
  return (
    isLeftOut || (!isGoal(secretState) && secretState !== 'deleted') || test === 'due' || test === 'failed'
  );
}

/** Whether the user may leave out a connection of a rotation, because it could not be changed or tested. */
export function canBeLeftOut({ phase, goal, stop }: Rotation, connection: RotatedConnection): boolean {
  const isStop = stop !== null && 'id' in stop && stop.id === connection.id;
  return phase === 'stopped' && isRemaining(connection, goal) && (isStop || needsAttention(connection));
}

/** The same rotation without this connection. It is done when it was the last one. */
export function leaveOut(rotation: Rotation, id: string): Rotation {
  const next = withConnection(rotation, id, { isLeftOut: true });
  return remaining(next).length === 0
    ? { ...next, phase: 'done', stop: null }
    : { ...next, phase: 'stopped', stop: { reason: 'leftOut', id } };
}

/** Ends a rotation: everything that is not done is left out. */
export function endRotation(rotation: Rotation): Rotation {
  const left = new Set(remaining(rotation).map(({ id }) => id));
  const connections = rotation.connections.map((one) =>
    left.has(one.id) ? { ...one, isLeftOut: true } : one,
  );
  return { ...rotation, connections, phase: 'done', stop: null };
}

/**
 * The same rotation with another secret to write. What could not get the one may get the other, so nothing is left out
 * any more.
 */
export function withGoal(rotation: Rotation, goal: Rotation['goal']): Rotation {
  if (goal === rotation.goal) return rotation;
  const connections = rotation.connections.map((one) => ({ ...one, isLeftOut: false }));
  // The user who continued without a test of the one secret did not decide so for the other.
  return { ...rotation, goal, connections, stop: null };
}

/** Whether a connection of which this is known exists, and has a secret that the user entered or had before. */
export function isKnown({ secretState }: Pick<RotatedConnection, 'secretState'>): boolean {
  return isGoal(secretState) || secretState === 'earlier' || secretState === 'earlierOld';
}

function isGoal(secretState: SecretState): secretState is Rotation['goal'] {
  return secretState === 'old' || secretState === 'new';
}

/** The state of a connection into which the goal was written before the user entered the secret again. */
export function earlierOf(goal: Rotation['goal']): SecretState {
  return goal === 'new' ? 'earlier' : 'earlierOld';
}

/** The same rotation after the user has entered a secret that may differ from the one that it wrote before. */
export function withOtherSecret(rotation: Rotation): Rotation {
  const connections = rotation.connections.map((one): RotatedConnection => {
    const isWritten = one.secretState === rotation.goal && one.test !== null;
    return isWritten ? { ...one, secretState: earlierOf(rotation.goal) } : one;
  });
  return { ...rotation, connections };
}

export function isRunning({ phase }: Rotation): boolean {
  return phase === 'trying' || phase === 'changing';
}

/** Whether this rotation did not change the connection, or put the old secret back. */
export function isUntouched({ secretState, test }: RotatedConnection): boolean {
  return secretState === 'old' || secretState === 'deleted' || test === null;
}

/** Whether the rotation stopped before it changed anything, so that it can be reset. */
export function hasChangedNothing({ phase, connections }: Rotation): boolean {
  return phase === 'stopped' && connections.every(isUntouched);
}

/**
 * Whether a rotation that is not done has written into some connections, or an earlier one may have, so that they can
 * have different secrets.
 */
export function isHalfDone(rotation: Rotation): boolean {
  return (
    rotation.phase !== 'done' &&
    listExisting(rotation).some(({ secretState, test }) =>
      secretState === 'changedByOthers' ? test !== null : secretState !== 'old',
    )
  );
}

/** The connections that were not deleted. */
export function listExisting({ connections }: Pick<Rotation, 'connections'>): readonly RotatedConnection[] {
  return connections.filter(({ secretState }) => secretState !== 'deleted');
}

/** Whether every connection that still exists has the secret, and none was left out or failed its test. */
export function hasSucceeded(rotation: Rotation): boolean {
  const existing = listExisting(rotation);
  const isGood = ({ secretState, test, isLeftOut }: RotatedConnection) =>
    secretState === rotation.goal && test !== 'failed' && !isLeftOut;
  return rotation.phase === 'done' && existing.length > 0 && existing.every(isGood);
}

/** The trials with this one added or changed; with null, without the one of that name. */
export function withTrial(
  trials: readonly Trial[],
  name: string,
  trial: Pick<Trial, 'id'> | null,
): readonly Trial[] {
  const others = trials.filter((other) => other.name !== name);
  return trial === null ? others : [...others, { name, ...trial }];
}

/** The same rotation with one connection changed. */
export function withConnection(
  rotation: Rotation,
  id: string,
  change: Partial<Omit<RotatedConnection, 'id' | 'name'>>,
): Rotation {
  const connections = rotation.connections.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...rotation, connections };
}
