import type { TestOutcome } from '../../../api/connection-test.ts';
import type { Version } from './compare-versions.ts';
import type { ChosenConnection, RotatedConnection, Rotation } from './rotation.ts';
import type { RotationSteps } from './run-rotation.ts';
import type { Target } from './rotation-target.ts';

/** What happens to a request: it is done, refused, or its answer is lost after or before it was done. */
export type Fate = 'done' | 'refused' | 'lostAfter' | 'lostBefore' | 'conflict' | 'targetChanged' | 'deleted';

/** More requests are done than fail in any one way. */
export const allFates: readonly Fate[] = [
  'done',
  'done',
  'done',
  'refused',
  'lostAfter',
  'lostBefore',
  'conflict',
  'targetChanged',
  'deleted',
];

export const allOutcomes: readonly TestOutcome[] = [
  'passed',
  'passed',
  'passed',
  'failed',
  'unknown',
  'untestable',
];

/** The secret that another user writes. */
export const ofOthers = 'of another user';

export const anyTarget: Target = { specId: 'spec', authSpecName: null, params: { host: 'db.example' } };

export const named = (ids: readonly string[]): readonly ChosenConnection[] =>
  ids.map((id) => ({ id, name: `Name of ${id}`, etag: 'first' }));

/**
 * A service for tests, whose requests have the given results in their order. All later requests are done and pass.
 * @param onRequest Is called after each request that may have changed something.
 * @param meddling Before each request, the place of a connection that another user changes in this moment, or null.
 * @param isUnreadable Whether the connections cannot be read now.
 */
export function createWorld(
  count: number,
  given: readonly Fate[],
  results: readonly TestOutcome[],
  onRequest: () => void,
  meddling: readonly (number | null)[] = [],
  isUnreadable: () => boolean = () => false,
) {
  const [fates, outcomes, others] = [[...given], [...results], [...meddling]];
  const next = () => fates.shift() ?? 'done';
  const ids = Array.from({ length: count }, (_, place) => `id-${place}`);
  const secrets = new Map<string, string>(ids.map((id) => [id, 'old']));
  const versions = new Map<string, string>(ids.map((id) => [id, 'first']));
  const trials = new Set<string>();
  /** The connections in which a rotation replaced the secret of another user, once for each time. */
  const overwritten: string[] = [];
  /** What rotations wrote last as the old and as the new secret. */
  const written = new Map<string, string>();
  const toVersion = (id: string): Version => (secrets.has(id) ? { etag: versions.get(id) ?? '' } : 'deleted');
  const write = (id: string, secret: string) => {
    secrets.set(id, secret);
    versions.set(id, `${versions.get(id)}+`);
  };
  /** Changes the connection that another user changes in this moment. */
  const beforeRequest = () => {
    const place = others.shift() ?? null;
    const id = place === null ? undefined : ids[place];
    if (id !== undefined && secrets.has(id)) write(id, ofOthers);
  };
  return {
    ids,
    /** All versions, as a page reads them. */
    readAll: () => new Map(ids.map((id) => [id, toVersion(id)])),
    secrets,
    versions,
    trials,
    overwritten,
    /** Changes a connection as somebody else would. */
    write,
    written,
    /** Whether a connection in this state can have this secret; undefined for one that does not exist. */
    mayHave({ secretState, test }: RotatedConnection, secret: string | undefined): boolean {
      if (secretState === 'deleted' || secret === undefined)
        return secretState === 'deleted' && secret === undefined;
      if (secretState === 'earlier') return secret.startsWith('new');
      if (secretState === 'earlierOld') return secret.startsWith('old');
      return secret === (test === null ? 'old' : written.get(secretState));
    },
    /**
     * The requests of a rotation that writes the old or the new secret.
     * @param secret What the user has entered.
     */
    stepsFor: (goal: Rotation['goal'], secret: string = goal): RotationSteps => ({
      async createTrial(name) {
        beforeRequest();
        const fate = next();
        if (fate === 'refused') throw new Error('refused');
        if (fate === 'lostBefore') return null;
        trials.add(name);
        onRequest();
        return fate === 'lostAfter' ? null : name;
      },
      async deleteTrial(id) {
        const fate = next();
        if (fate === 'done' || fate === 'lostAfter') trials.delete(id);
        onRequest();
        return fate === 'done';
      },
      async test() {
        beforeRequest();
        return { outcome: outcomes.shift() ?? 'passed', error: null };
      },
      async change(id, etag) {
        beforeRequest();
        const fate = next();
        if (!secrets.has(id)) return { kind: 'deleted' };
        if (etag !== null && etag !== versions.get(id))
          return { kind: 'conflict', etag: versions.get(id) ?? null };
        if (fate === 'refused') throw new Error('refused');
        if (fate === 'conflict' || fate === 'targetChanged') {
          return { kind: fate, etag: versions.get(id) ?? null };
        }
        if (fate === 'deleted') {
          secrets.delete(id);
          return { kind: fate };
        }
        if (fate !== 'lostBefore') {
          if (secrets.get(id) === ofOthers) overwritten.push(id);
          write(id, secret);
        }
        onRequest();
        return fate === 'done'
          ? { kind: 'changed', etag: versions.get(id) ?? '' }
          : { kind: 'unknown', error: new Error('lost') };
      },
      async isSameSecret() {
        const isSame = written.get(goal) === secret;
        written.set(goal, secret);
        return isSame;
      },
      async readVersions(known) {
        if (isUnreadable()) throw new Error('unreadable');
        const read = known.map(({ id }): [string, Version] => [id, toVersion(id)]);
        return new Map(read);
      },
    }),
  };
}
