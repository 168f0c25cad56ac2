import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { expect, it } from 'vitest';
import type { TestOutcome } from '../../api/connection-test.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { describeSecretState, describeRotation } from './rotation-words.ts';
import { createRotationMemory } from './rotation-memory.ts';
import { type Rotation, remaining, startRotation } from './rotation.ts';
import { type RotationSteps, runRotation } from './run-rotation.ts';

/** What happens to a request: it is done, refused, or its answer is lost after or before it was done. */
type Fate = 'done' | 'refused' | 'lostAfter' | 'lostBefore' | 'conflict' | 'targetChanged' | 'deleted';

const fates = constantFrom<Fate>(
  'done',
  'done',
  'done',
  'refused',
  'lostAfter',
  'lostBefore',
  'conflict',
  'targetChanged',
  'deleted',
);
const tests = constantFrom<TestOutcome>('passed', 'passed', 'passed', 'failed', 'unknown', 'untestable');

/** A service whose requests meet the given fates, in their order; afterwards everything is done and passes. */
function createWorld(count: number, given: readonly Fate[], results: readonly TestOutcome[]) {
  const [fateQueue, resultQueue] = [[...given], [...results]];
  const next = () => fateQueue.shift() ?? 'done';
  const ids = Array.from({ length: count }, (_, place) => `id-${place}`);
  const secrets = new Map<string, 'old' | 'new'>(ids.map((id) => [id, 'old']));
  const versions = new Map<string, string>(ids.map((id) => [id, 'first']));
  const trials = new Set<string>();
  const told: Rotation[] = [];
  let runs = 0;
  const stepsFor = (goal: 'old' | 'new'): RotationSteps => ({
    async createTrial(name) {
      const fate = next();
      if (fate === 'refused') throw new Error('refused');
      if (fate === 'lostBefore') return null;
      trials.add(name);
      check();
      return fate === 'lostAfter' ? null : name;
    },
    async deleteTrial(id) {
      const fate = next();
      if (fate === 'done' || fate === 'lostAfter') trials.delete(id);
      check();
      return fate === 'done';
    },
    async test() {
      const outcome = resultQueue.shift() ?? 'passed';
      return { outcome, error: null };
    },
    async change(id) {
      const fate = next();
      if (fate === 'refused') throw new Error('refused');
      if (fate === 'conflict' || fate === 'targetChanged') return { kind: fate };
      if (fate === 'deleted') {
        secrets.delete(id);
        return { kind: fate };
      }
      if (fate !== 'lostBefore') {
        secrets.set(id, goal);
        versions.set(id, `${versions.get(id)}+`);
      }
      check();
      return fate === 'done'
        ? { kind: 'changed', etag: versions.get(id) ?? '' }
        : { kind: 'unknown', error: new Error('lost') };
    },
    readVersion: async (id) => (secrets.has(id) ? { etag: versions.get(id) ?? '' } : 'deleted'),
  });
  /** What was told last is true, whenever the page may be closed. */
  function check(): void {
    const last = told.at(-1);
    if (last === undefined) return;
    for (const { id, secretState } of last.connections) {
      if (secretState !== 'unknown') expect(secrets.get(id) ?? 'deleted').toBe(secretState);
    }
    for (const name of trials) expect(last.trials.map((trial) => trial.name)).toContain(name);
  }
  return {
    ids,
    secrets,
    versions,
    trials,
    told,
    run: async (start: Rotation, signal = new AbortController().signal) => {
      runs += 1;
      await runRotation(start, `Trial ${runs}`, stepsFor(start.goal), signal, (rotation) => {
        told.push(rotation);
        check();
      });
      const last = told.at(-1);
      if (last === undefined) throw new Error('Nothing was told.');
      return last;
    },
  };
}

const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: `Name of ${id}` }));

it('whatever fails, each connection has the secret that is told, and no temporary connection is left untold', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 5 }),
      array(fates, { maxLength: 20 }),
      array(tests, { maxLength: 12 }),
      array(constantFrom<'new' | 'old'>('new', 'old'), { maxLength: 4 }),
      async (count, given, results, goals) => {
        const world = createWorld(count, given, results);
        let rotation = await world.run(startRotation(named(world.ids)));
        for (const goal of goals) {
          if (rotation.phase === 'stopped') rotation = await world.run({ ...rotation, goal });
        }
        const untested = rotation.connections.filter(
          ({ test }) => rotation.phase === 'done' && (test === 'due' || test === 'failed'),
        );
        expect(untested).toEqual([]);
        const wrong = rotation.connections.filter(
          ({ id, secretState }) =>
            rotation.phase === 'done' && secretState !== 'deleted' && world.secrets.get(id) !== rotation.goal,
        );
        expect(wrong).toEqual([]);
        expect(describeRotation(phoenix, rotation)).toMatch(/\.$/);
        for (const connection of rotation.connections) {
          expect(describeSecretState(phoenix, connection).word).not.toBe('');
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

it('a secret that fails its trial changes nothing', async () => {
  const world = createWorld(2, [], ['failed']);
  const rotation = await world.run(startRotation(named(world.ids)));
  expect(rotation).toMatchObject({ stop: { reason: 'trialFailed' }, trials: [] });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});

it('continues after a lost answer, and puts the old secret back', async () => {
  const world = createWorld(3, ['done', 'done', 'done', 'lostAfter'], []);
  const stopped = await world.run(startRotation(named(world.ids)));
  expect(stopped.connections.map(({ secretState }) => secretState)).toEqual(['new', 'unknown', 'old']);
  expect(describeRotation(phoenix, stopped)).toContain('“Name of id-1”');
  const done = await world.run({ ...stopped, goal: 'new' });
  expect(done.phase).toBe('done');
  const back = await world.run({ ...done, goal: 'old' });
  expect([...world.secrets.values()]).toEqual(['old', 'old', 'old']);
  expect(remaining(back)).toEqual([]);
});

it('tests a changed connection again, when its test had failed, and says so', async () => {
  const world = createWorld(2, [], ['passed', 'failed', 'passed']);
  const stopped = await world.run(startRotation(named(world.ids)));
  expect(stopped.stop).toMatchObject({ reason: 'testFailed', id: 'id-0' });
  const again = await world.run({ ...stopped, goal: 'new' });
  expect(again.phase).toBe('done');
  expect(again.connections.map(({ test }) => test)).toEqual(['passed', 'passed']);
});

it('says what was changed before a later trial fails', async () => {
  const world = createWorld(2, ['done', 'done', 'done', 'refused'], ['passed', 'passed', 'failed']);
  const stopped = await world.run(startRotation(named(world.ids)));
  const again = await world.run({ ...stopped, goal: 'new' });
  expect(describeRotation(phoenix, again)).toContain('1 of 2 connections have the new password.');
});

it('stops before the next connection when the user leaves', async () => {
  const world = createWorld(2, [], []);
  const leaving = new AbortController();
  leaving.abort();
  const rotation = await world.run(startRotation(named(world.ids)), leaving.signal);
  expect(rotation.stop).toEqual({ reason: 'interrupted' });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});

it('is remembered in the tab until it is done, for its connections and sandbox only, beside others', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
  const scope = { sandbox: 'prod', organizationId: 'organization' };
  const rotation = startRotation(named(['a', 'b']));
  createRotationMemory(storage).write(scope, 'a', { ...rotation, phase: 'changing' });
  const memory = createRotationMemory(storage);
  expect(memory.read(scope, 'a')).toMatchObject({ phase: 'stopped', stop: { reason: 'interrupted' } });
  // The page of each connection takes the rotation up.
  expect(memory.read(scope, 'b')?.connections).toEqual(rotation.connections);
  expect(memory.read(scope, 'c')).toBeNull();
  expect(memory.read({ ...scope, sandbox: 'dev' }, 'a')).toBeNull();
  memory.write(scope, 'd', { ...startRotation(named(['d'])), phase: 'changing' });
  memory.write(scope, 'b', { ...rotation, phase: 'done' });
  expect(memory.read(scope, 'a')).toBeNull();
  expect(memory.read(scope, 'd')).not.toBeNull();
});

it('writes the secret again into a connection that another user changed before the rotation continued', async () => {
  const world = createWorld(2, ['done', 'done', 'done', 'refused'], []);
  const stopped = await world.run(startRotation(named(world.ids)));
  expect(stopped.connections.map(({ secretState }) => secretState)).toEqual(['new', 'old']);
  world.versions.set('id-0', 'of another user');
  const done = await world.run(stopped);
  expect(done.phase).toBe('done');
  expect(world.versions.get('id-0')).toBe('of another user+');
});

it('leaves out a connection that was deleted, and goes on', async () => {
  const world = createWorld(3, ['done', 'done', 'deleted'], []);
  const done = await world.run(startRotation(named(world.ids)));
  expect(done.connections.map(({ secretState }) => secretState)).toEqual(['deleted', 'new', 'new']);
  expect(describeRotation(phoenix, done)).toBe('2 of 2 connections have the new password.');
});

it('does not write the secret into a connection that leads elsewhere by now', async () => {
  const world = createWorld(2, ['done', 'done', 'targetChanged'], []);
  const stopped = await world.run(startRotation(named(world.ids)));
  expect(stopped).toMatchObject({ stop: { reason: 'targetChanged', id: 'id-0' } });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});

it('asks before the first change, when nothing can try the secret', async () => {
  const world = createWorld(1, [], ['untestable', 'untestable', 'untestable']);
  const stopped = await world.run(startRotation(named(world.ids)));
  expect(stopped.stop).toEqual({ reason: 'trialUntestable' });
  expect(describeRotation(phoenix, stopped)).toContain('was not tried. No connection was changed.');
  expect((await world.run(stopped)).phase).toBe('done');
});
