/**
 * Which secret a connection has. `unknown`: the answer to a change was lost, or another user changed it meanwhile. `gone`:
 * it was deleted.
 */
export type HeldSecret = 'old' | 'new' | 'unknown' | 'gone';

export type TestAfterChange = 'due' | 'passed' | 'failed' | 'untestable';

export interface RotatedConnection {
  readonly id: string;
  readonly name: string;
  readonly held: HeldSecret;
  /** The result of Adobe's test after the last change; `due` until there is one; null when nothing was changed. */
  readonly test: TestAfterChange | null;
  /** The version that the last change made. If it has another one later, another user changed it. */
  readonly etag: string | null;
}

/** A temporary connection that tries the new secret. One that was deleted is not listed any more. */
export interface Trial {
  readonly name: string;
  /** null when the answer to its create is missing and it was not found, so that it may or may not exist. */
  readonly id: string | null;
}

/** Why a rotation stopped. `id` is the connection that it stopped at. */
export type Stop =
  /** The temporary connection could not be created. */
  | { readonly reason: 'trialRefused'; readonly error: Error }
  /** The new secret was not accepted. */
  | { readonly reason: 'trialFailed'; readonly error: Error | null }
  /** Adobe cannot test connections of the source, so nothing tried the secret. The user may continue nevertheless. */
  | { readonly reason: 'trialUntestable' }
  /** The trial has no result. */
  | { readonly reason: 'trialUnknown'; readonly error: Error | null }
  | { readonly reason: 'changeRefused' | 'changeUnknown'; readonly id: string; readonly error: Error }
  /** `moved`: it does not lead to the same target with the same user any more, so it was not changed. */
  | { readonly reason: 'overtaken' | 'moved'; readonly id: string }
  | { readonly reason: 'testFailed' | 'testUnknown'; readonly id: string; readonly error: Error | null }
  /** The user left the page. */
  | { readonly reason: 'left' };

export interface Rotation {
  readonly phase: 'ready' | 'trying' | 'changing' | 'stopped' | 'done';
  /** The secret that is written: the new one, or the old one to put it back. */
  readonly goal: 'new' | 'old';
  readonly connections: readonly RotatedConnection[];
  /** The temporary connections that exist or may exist. */
  readonly trials: readonly Trial[];
  readonly stop: Stop | null;
}

export function startRotation(connections: readonly Pick<RotatedConnection, 'id' | 'name'>[]): Rotation {
  return {
    phase: 'ready',
    goal: 'new',
    connections: connections.map(({ id, name }) => ({ id, name, held: 'old', test: null, etag: null })),
    trials: [],
    stop: null,
  };
}

/** The connections that still need the secret that is written, or its test, in their order. */
export function remaining({ connections, goal }: Rotation): readonly RotatedConnection[] {
  return connections.filter(
    ({ held, test }) => held !== 'gone' && (held !== goal || test === 'due' || test === 'failed'),
  );
}

/** Whether it is being changed, or is not as it should be. */
export function needsAttention({ held, test }: RotatedConnection): boolean {
  return held === 'unknown' || test === 'due' || test === 'failed';
}

export function isRunning({ phase }: Rotation): boolean {
  return phase === 'trying' || phase === 'changing';
}

/** Whether the rotation stopped before it changed anything, so that it can be forgotten. */
export function hasChangedNothing({ phase, connections, trials }: Rotation): boolean {
  return phase === 'stopped' && trials.length === 0 && connections.every(({ held }) => held === 'old');
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
  change: Partial<Pick<RotatedConnection, 'held' | 'test' | 'etag'>>,
): Rotation {
  const connections = rotation.connections.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...rotation, connections };
}
