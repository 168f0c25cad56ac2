import type { TestOutcome } from '../../../api/connection-test.ts';
import { toError } from '../../../errors/to-error.ts';
import {
  type KnownVersion,
  type Version,
  adoptVersions,
  compareVersions,
  toChanged,
  toDeleted,
} from './compare-versions.ts';
import {
  type RotatedConnection,
  type Rotation,
  type Stop,
  type Trial,
  remaining,
  withConnection,
  withOtherSecret,
  withTrial,
} from './rotation.ts';

/** The result of writing the secret into a connection. */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly etag: string }
  /**
   * Another user changed the connection since the rotation read it, so nothing was written. `targetChanged`: it leads to
   * another target or user. `etag`: its version now; null when that is not known.
   */
  | { readonly kind: 'conflict' | 'targetChanged'; readonly etag: string | null }
  | { readonly kind: 'deleted' }
  /** The user left the page before anything was written. */
  | { readonly kind: 'interrupted' }
  /** The response was lost, so the secret may have been written. */
  | { readonly kind: 'unknown'; readonly error: Error };

/** The requests of a rotation. The secret is read when a request is sent, so that no step keeps it. */
export interface RotationSteps {
  /**
   * Creates the temporary connection once. Returns its ID, or null when the response was lost and it was not found.
   * @throws {Error} when it was certainly not created.
   */
  readonly createTrial: (name: string) => Promise<string | null>;
  /** Deletes the temporary connection. Returns whether it no longer exists. */
  readonly deleteTrial: (id: string) => Promise<boolean>;
  readonly test: (id: string) => Promise<{ readonly outcome: TestOutcome; readonly error: Error | null }>;
  /**
   * Writes the secret into a connection.
   * @param etag The version that the rotation last read or wrote; null to write the secret to any version.
   * @throws {Error} when it was certainly not written.
   */
  readonly change: (id: string, etag: string | null) => Promise<ChangeOutcome>;
  /**
   * Whether the secret is certainly the one that this rotation wrote before. From now on, it is the one. After a reload
   * this is not known.
   */
  readonly isSameSecret: () => Promise<boolean>;
  /**
   * The versions that connections have now. One that cannot be read is left out.
   * @throws {Error} when none of them can be read.
   */
  readonly readVersions: (known: readonly KnownVersion[]) => Promise<ReadonlyMap<string, Version>>;
}

/** A rotation while it runs. */
interface Run {
  readonly steps: RotationSteps;
  readonly read: () => Rotation;
  readonly set: (change: Partial<Rotation>) => void;
  readonly setConnection: (id: string, change: Parameters<typeof withConnection>[2]) => void;
}

/**
 * Tries the secret, then writes it into one connection after the other. It stops at the first failure, and at the first
 * connection that somebody else changed, so that the user decides whether the secret is written over this change. `report`
 * receives every state before the next request is sent. A connection is `unknown` while it is changed, so that the stored
 * state is true even if the page is closed at that moment.
 */
export async function runRotation(
  start: Rotation,
  trialName: string,
  steps: RotationSteps,
  signal: AbortSignal,
  report: (rotation: Rotation) => void,
): Promise<void> {
  const run = createRun(start, steps, report);
  // A second try without a result would stop again, although the user has decided to continue without one.
  const acceptsUntested = start.stop?.reason === 'trialUntestable';
  run.set({ phase: 'trying' });
  // All connections get the same secret, also those that were done with one that may be another.
  if (!(await steps.isSameSecret())) run.set(withOtherSecret(run.read()));
  const stop =
    (await findChangedBefore(run)) ??
    (await trySecret(run, trialName, acceptsUntested)) ??
    (await changeAll(run, signal));
  // What is said at the end is read again, except after the user left: then the next page reads it.
  const late = signal.aborted ? null : await findChangedMeanwhile(run);
  const end = stop ?? late;
  run.set(end === null ? { phase: 'done' } : { phase: 'stopped', stop: end });
}

function createRun(start: Rotation, steps: RotationSteps, report: (rotation: Rotation) => void): Run {
  let rotation: Rotation = { ...start, stop: null };
  const set = (change: Partial<Rotation>) => {
    rotation = { ...rotation, ...change };
    report(rotation);
  };
  return {
    steps,
    read: () => rotation,
    set,
    setConnection: (id, change) => set(withConnection(rotation, id, change)),
  };
}

/** Tries the secret with a temporary connection. Returns null when it works, as far as the service can tell. */
async function trySecret(
  { steps, read, set }: Run,
  name: string,
  acceptsUntested: boolean,
): Promise<Stop | null> {
  const setTrial = (trial: Pick<Trial, 'id'> | null) =>
    set({ trials: withTrial(read().trials, name, trial) });
  setTrial({ id: null });
  let id: string | null;
  try {
    id = await steps.createTrial(name);
  } catch (error) {
    setTrial(null);
    return { reason: 'trialRefused', error: toError(error) };
  }
  if (id === null) return { reason: 'trialUnknown', error: null };
  setTrial({ id });
  const { outcome, error } = await steps.test(id);
  if (await steps.deleteTrial(id)) setTrial(null);
  if (outcome === 'failed') return { reason: 'trialFailed', error };
  if (outcome === 'untestable' && !acceptsUntested) return { reason: 'trialUntestable' };
  return outcome === 'unknown' ? { reason: 'trialUnknown', error } : null;
}

async function changeAll(run: Run, signal: AbortSignal): Promise<Stop | null> {
  if (signal.aborted) return { reason: 'interrupted' };
  run.set({ phase: 'changing' });
  for (const connection of remaining(run.read())) {
    if (signal.aborted) return { reason: 'interrupted' };
    const stop = await changeAndTest(run, connection);
    if (stop !== null) return stop;
  }
  return null;
}

/**
 * Finds the connections that somebody else changed or deleted before this run. What is said of a connection must be right
 * even if the trial fails.
 */
async function findChangedBefore(run: Run): Promise<Stop | null> {
  let versions: ReadonlyMap<string, Version>;
  try {
    versions = await run.steps.readVersions(listKnown(run));
  } catch (error) {
    return { reason: 'unread', error: toError(error) };
  }
  for (const { id, test, etag } of run.read().connections) {
    // One that was not changed yet is read again before it is.
    if (etag !== null && test !== null && !versions.has(id)) {
      run.setConnection(id, { secretState: 'unknown', test: 'due', etag: null });
    }
  }
  const stop = markChanged(run, versions);
  run.set(adoptVersions(run.read(), versions));
  return stop;
}

/** Finds the connections that somebody else changed or deleted during this run. */
async function findChangedMeanwhile(run: Run): Promise<Stop | null> {
  // When nothing can be read, what was seen last is still said.
  const versions = await run.steps.readVersions(listKnown(run)).catch(() => null);
  return versions && markChanged(run, versions);
}

function listKnown({ read }: Run): readonly KnownVersion[] {
  return read().connections.filter(({ secretState }) => secretState !== 'deleted');
}

/** Marks what has another version, and stops when a connection of those needs the secret. */
function markChanged(run: Run, versions: ReadonlyMap<string, Version>): Stop | null {
  const before = new Set(run.read().connections);
  run.set(compareVersions(run.read(), versions));
  const marked = remaining(run.read()).filter((one) => !before.has(one));
  const first = marked.find(({ secretState }) => secretState === 'changedByOthers');
  if (first !== undefined) return { reason: 'conflict', id: first.id };
  return marked.length === 0 ? null : { reason: 'interrupted' };
}

async function changeAndTest(run: Run, connection: RotatedConnection): Promise<Stop | null> {
  if (connection.secretState !== run.read().goal) {
    const outcome = await changeSecret(run, connection);
    if (outcome === 'deleted') return null;
    if (outcome !== 'changed') return outcome;
  }
  return testConnection(run, connection.id);
}

/** Writes the secret into one connection. Returns why the rotation stops if it was not, or may not have been, written. */
async function changeSecret(
  { steps, read, setConnection }: Run,
  connection: RotatedConnection,
): Promise<'changed' | 'deleted' | Stop> {
  const { id, etag } = connection;
  setConnection(id, { secretState: 'unknown', test: 'due', etag: null });
  let outcome: ChangeOutcome;
  try {
    outcome = await steps.change(id, etag);
  } catch (error) {
    setConnection(id, connection);
    return { reason: 'changeRefused', id, error: toError(error) };
  }
  switch (outcome.kind) {
    case 'changed':
      setConnection(id, { secretState: read().goal, etag: outcome.etag });
      return 'changed';
    case 'deleted':
      setConnection(id, toDeleted(connection));
      return 'deleted';
    case 'conflict':
    case 'targetChanged':
      setConnection(id, toChanged(connection, outcome.etag));
      return { reason: outcome.kind, id };
    case 'interrupted':
      setConnection(id, connection);
      return { reason: 'interrupted' };
    case 'unknown':
      return { reason: 'changeUnknown', id, error: outcome.error };
  }
}

async function testConnection({ steps, setConnection }: Run, id: string): Promise<Stop | null> {
  const { outcome: test, error } = await steps.test(id);
  if (test === 'unknown') return { reason: 'testUnknown', id, error };
  setConnection(id, { test });
  return test === 'failed' ? { reason: 'testFailed', id, error } : null;
}
