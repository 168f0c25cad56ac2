import type { TestOutcome } from '../../api/connection-test.ts';
import { type Rotation, type Stop, type Trial, remaining, withConnection, withTrial } from './rotation.ts';

/** What a rotation asks of the service. The secret is read when a request is sent, so that no step keeps it. */
export interface RotationSteps {
  /**
   * Creates the temporary connection once. Returns its ID, or null when the answer was lost and it was not found.
   * @throws {Error} when it was certainly not created.
   */
  readonly createTrial: (name: string) => Promise<string | null>;
  /** Deletes it. Returns whether it is gone. */
  readonly deleteTrial: (id: string) => Promise<boolean>;
  readonly test: (id: string) => Promise<{ readonly outcome: TestOutcome; readonly error: Error | null }>;
  /**
   * Writes the secret into a connection as it is now. Returns its new version. `conflict`: another user changed it
   * between reading and writing. `targetChanged`: it leads to another target or user. `deleted`: it was deleted. `interrupted`: the page
   * was left before it was written. `unknown`: it may have been written.
   * @throws {Error} when it was certainly not written.
   */
  readonly change: (
    id: string,
  ) => Promise<
    | { readonly etag: string }
    | 'conflict'
    | 'targetChanged'
    | 'deleted'
    | 'interrupted'
    | { readonly unknown: Error }
  >;
  /** The version that a connection has now; null when it cannot be read. */
  readonly readVersion: (id: string) => Promise<{ readonly etag: string } | 'deleted' | null>;
}

/**
 * Tries the secret, then writes it into one connection after the other. It stops at the first failure. `report` receives
 * every state before the next request is sent: a connection is `unknown` while it is changed, so that a page that is
 * closed then never tells something wrong.
 */
export async function runRotation(
  start: Rotation,
  trialName: string,
  steps: RotationSteps,
  signal: AbortSignal,
  report: (rotation: Rotation) => void,
): Promise<void> {
  let rotation: Rotation = { ...start, stop: null };
  const set = (next: Partial<Rotation>) => {
    rotation = { ...rotation, ...next };
    report(rotation);
  };
  const stop = (reason: Stop) => set({ phase: 'stopped', stop: reason });

  // After this stop, the user continues without a trial that says anything.
  const acceptsUntested = start.stop?.reason === 'trialUntestable';
  if (rotation.goal === 'new') {
    const refusal = await tryOut(trialName, steps, acceptsUntested, (trial) =>
      set({ phase: 'trying', trials: withTrial(rotation.trials, trialName, trial) }),
    );
    if (refusal !== null) return stop(refusal);
  }
  set({ phase: 'changing' });
  for (const { id, secretState, etag } of start.connections) {
    if (secretState !== rotation.goal || etag === null) continue;
    const version = await steps.readVersion(id);
    if (version === 'deleted') set(withConnection(rotation, id, { secretState: 'deleted' }));
    else if (version?.etag !== etag) {
      set(withConnection(rotation, id, { secretState: 'unknown', test: 'due', etag: null }));
    }
  }
  for (const { id, secretState, test: before } of remaining(rotation)) {
    if (signal.aborted) return stop({ reason: 'interrupted' });
    if (secretState !== rotation.goal) {
      set(withConnection(rotation, id, { secretState: 'unknown', test: 'due' }));
      const outcome = await steps.change(id).catch((error: unknown) => ({ refused: toError(error) }));
      if (outcome === 'conflict') return stop({ reason: 'conflict', id });
      if (outcome === 'deleted') {
        set(withConnection(rotation, id, { secretState: 'deleted', test: null, etag: null }));
        continue;
      }
      if (outcome === 'interrupted') {
        set(withConnection(rotation, id, { secretState, test: before }));
        return stop({ reason: 'interrupted' });
      }
      if (outcome === 'targetChanged') {
        set(withConnection(rotation, id, { secretState, test: before }));
        return stop({ reason: 'targetChanged', id });
      }
      if ('unknown' in outcome) {
        return stop({ reason: 'changeUnknown', id, error: outcome.unknown });
      }
      if ('refused' in outcome) {
        set(withConnection(rotation, id, { secretState, test: before }));
        return stop({ reason: 'changeRefused', id, error: outcome.refused });
      }
      set(withConnection(rotation, id, { secretState: rotation.goal, etag: outcome.etag }));
    }
    const { outcome: test, error } = await steps.test(id);
    if (test === 'unknown') return stop({ reason: 'testUnknown', id, error });
    set(withConnection(rotation, id, { test }));
    if (test === 'failed') return stop({ reason: 'testFailed', id, error });
  }
  set({ phase: 'done' });
}

/** Returns null when the secret works, as far as the service can tell. */
async function tryOut(
  name: string,
  steps: RotationSteps,
  acceptsUntested: boolean,
  report: (trial: Pick<Trial, 'id'> | null) => void,
): Promise<Stop | null> {
  report({ id: null });
  let id: string | null;
  try {
    id = await steps.createTrial(name);
  } catch (error) {
    report(null);
    return { reason: 'trialRefused', error: toError(error) };
  }
  if (id === null) return { reason: 'trialUnknown', error: null };
  report({ id });
  const { outcome, error } = await steps.test(id);
  if (await steps.deleteTrial(id)) report(null);
  if (outcome === 'failed') return { reason: 'trialFailed', error };
  if (outcome === 'untestable' && !acceptsUntested) return { reason: 'trialUntestable' };
  return outcome === 'unknown' ? { reason: 'trialUnknown', error } : null;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
