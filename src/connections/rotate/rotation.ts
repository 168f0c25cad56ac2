/**
 * Which secret a connection has. `unknown`: the answer to a change was lost, or another user changed it meanwhile. `deleted`:
 * it was deleted.
 */
export type SecretState = 'old' | 'new' | 'unknown' | 'deleted';

export type TestAfterChange = 'due' | 'passed' | 'failed' | 'untestable';

export interface RotatedConnection {
  readonly id: string;
  readonly name: string;
  readonly secretState: SecretState;
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
  /** Adobe cannot test connections of the source, so nothing tried the secret. The user may continue nevertheless. */
  | { readonly reason: 'trialUntestable' }
  /** The trial has no result. */
  | { readonly reason: 'trialUnknown'; readonly error: Error | null }
  | { readonly reason: 'changeRefused' | 'changeUnknown'; readonly id: string; readonly error: Error }
  /** `targetChanged`: it does not lead to the same target with the same user any more, so it was not changed. */
  | { readonly reason: 'conflict' | 'targetChanged'; readonly id: string }
  | { readonly reason: 'testFailed' | 'testUnknown'; readonly id: string; readonly error: Error | null }
  /** The user left the page. */
  | { readonly reason: 'interrupted' };

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
    connections: connections.map(({ id, name }) => ({
      id,
      name,
      secretState: 'old',
      test: null,
      etag: null,
    })),
    trials: [],
    stop: null,
  };
}

/** The connections that still need the secret that is written, or its test, in their order. */
export function remaining({ connections, goal }: Rotation): readonly RotatedConnection[] {
  return connections.filter(
    ({ secretState, test }) =>
      secretState !== 'deleted' && (secretState !== goal || test === 'due' || test === 'failed'),
  );
}

/** Whether it is being changed, or is not as it should be. */
export function needsAttention({ secretState, test }: RotatedConnection): boolean {
  return secretState === 'unknown' || test === 'due' || test === 'failed';
}

export function isRunning({ phase }: Rotation): boolean {
  return phase === 'trying' || phase === 'changing';
}

/** Whether the rotation stopped before it changed anything, so that it can be reset. */
export function hasChangedNothing({ phase, connections, trials }: Rotation): boolean {
  return (
    phase === 'stopped' &&
    trials.length === 0 &&
    connections.every(({ secretState }) => secretState === 'old')
  );
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
  change: Partial<Pick<RotatedConnection, 'secretState' | 'test' | 'etag'>>,
): Rotation {
  const connections = rotation.connections.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...rotation, connections };
}
