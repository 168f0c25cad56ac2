import { array, assert, asyncProperty, boolean, constantFrom, integer, option, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import type { TestOutcome } from '../../../api/connection-test.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { describeSecretState, describeRotation } from '../rotation-words.ts';
import { expectTrueWords, reloaded } from './checked-words.ts';
import { createCheckedWorld, startFor } from './checked-world.ts';
import { type Fate, allFates, allOutcomes } from './rotation-world.ts';
import { canBeLeftOut, endRotation, leaveOut, remaining, withGoal } from './rotation.ts';

const fates = constantFrom(...allFates);
const tests = constantFrom(...allOutcomes);

it('whatever fails, each connection has the secret that is shown, and every temporary connection is shown', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 5 }),
      array(fates, { maxLength: 20 }),
      array(tests, { maxLength: 12 }),
      array(tuple(constantFrom<'new' | 'old'>('new', 'old'), constantFrom('', ' (other)'), boolean()), {
        maxLength: 4,
      }),
      boolean(),
      array(option(integer({ min: 0, max: 4 }), { freq: 2 }), { maxLength: 20 }),
      async (count, given, results, goals, leavesOut, meddling) => {
        const world = createCheckedWorld(count, given, results, meddling);
        let rotation = await world.run(startFor(world.ids));
        expectTrueWords(phoenix, rotation, world);
        for (const [goal, which, isReloaded] of goals) {
          if (rotation.phase === 'stopped') {
            const before = isReloaded ? reloaded(rotation) : rotation;
            rotation = await world.run(withGoal(before, goal), `${goal}${which}`, isReloaded);
          }
          expectTrueWords(phoenix, rotation, world);
          const bad = rotation.connections.find((one) => canBeLeftOut(rotation, one));
          if (leavesOut && bad !== undefined) rotation = leaveOut(rotation, bad.id);
        }
        const untested = rotation.connections.filter(
          ({ test, isLeftOut }) =>
            rotation.phase === 'done' && !isLeftOut && (test === 'due' || test === 'failed'),
        );
        expect(untested).toEqual([]);
        const wrong = rotation.connections.filter(
          ({ id, secretState, test, isLeftOut }) =>
            rotation.phase === 'done' &&
            !isLeftOut &&
            secretState !== 'deleted' &&
            test !== null &&
            world.secrets.get(id) !== world.written.get(rotation.goal),
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

it('changes nothing when the trial of the secret fails', async () => {
  const world = createCheckedWorld(2, [], ['failed']);
  const rotation = await world.run(startFor(world.ids));
  expect(rotation).toMatchObject({ stop: { reason: 'trialFailed' }, trials: [] });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});

it('continues after a lost answer, and puts the old secret back', async () => {
  const world = createCheckedWorld(3, ['done', 'done', 'done', 'lostAfter'], []);
  const stopped = await world.run(startFor(world.ids));
  expect(stopped.connections.map(({ secretState }) => secretState)).toEqual(['new', 'unknown', 'old']);
  expect(describeRotation(phoenix, stopped)).toContain('“Name of id-1”');
  const done = await world.run({ ...stopped, goal: 'new' });
  expect(done.phase).toBe('done');
  const back = await world.run({ ...done, goal: 'old' });
  expect([...world.secrets.values()]).toEqual(['old', 'old', 'old']);
  expect(remaining(back)).toEqual([]);
});

it('tests a changed connection again, when its test had failed, and says so', async () => {
  const world = createCheckedWorld(2, [], ['passed', 'failed', 'passed']);
  const stopped = await world.run(startFor(world.ids));
  expect(stopped.stop).toMatchObject({ reason: 'testFailed', id: 'id-0' });
  const again = await world.run({ ...stopped, goal: 'new' });
  expect(again.phase).toBe('done');
  expect(again.connections.map(({ test }) => test)).toEqual(['passed', 'passed']);
});

it('says what was changed before a later trial fails', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'refused'], ['passed', 'passed', 'failed']);
  const again = await world.run({ ...(await world.run(startFor(world.ids))), goal: 'new' });
  expect(describeRotation(phoenix, again)).toContain('1 of 2 connections has the new password.');
});

it('writes the secret that was entered last into every connection, also into those that had another one', async () => {
  const world = createCheckedWorld(3, [], ['passed', 'passed', 'failed']);
  const stopped = await world.run(startFor(world.ids));
  expect(describeRotation(phoenix, stopped)).toContain('2 of 3 connections have the new password.');
  const done = await world.run(stopped, 'corrected');
  expect(describeRotation(phoenix, done)).toBe('3 of 3 connections have the new password.');
  expect([...world.secrets.values()]).toEqual(['corrected', 'corrected', 'corrected']);
});

it('says which connections have another new secret, when the one that was entered last cannot be written', async () => {
  const fates: Fate[] = ['done', 'done', 'done', 'refused', 'done', 'done', 'refused'];
  const world = createCheckedWorld(2, fates, ['passed', 'passed', 'passed']);
  const stopped = await world.run(startFor(world.ids));
  const again = await world.run(stopped, 'corrected');
  expect(describeRotation(phoenix, again)).toBe(
    '“Name of id-0” was not changed. 1 of 2 connections has the new password entered before.',
  );
  expect(again.connections.map((one) => describeSecretState(phoenix, one).word)).toEqual([
    'Has the new password entered before, test passed',
    'Has the old password',
  ]);
});

it('leaves out a connection that was deleted, and continues', async () => {
  const world = createCheckedWorld(3, ['done', 'done', 'deleted'], []);
  const done = await world.run(startFor(world.ids));
  expect(done.connections.map(({ secretState }) => secretState)).toEqual(['deleted', 'new', 'new']);
  expect(describeRotation(phoenix, done)).toBe('2 of 2 connections have the new password.');
});

it('does not write the secret into a connection that now leads to another target', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'targetChanged'], []);
  const stopped = await world.run(startFor(world.ids));
  expect(stopped).toMatchObject({ stop: { reason: 'targetChanged', id: 'id-0' } });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});

it('asks before the first change, when nothing can try the secret', async () => {
  const world = createCheckedWorld(1, [], ['untestable', 'untestable', 'untestable', 'untestable']);
  const stopped = await world.run(startFor(world.ids));
  expect(stopped.stop).toEqual({ reason: 'trialUntestable' });
  expect(describeRotation(phoenix, stopped)).toContain('was not tried. No connection was changed.');
  // The old secret is another one, so the question is asked again.
  expect((await world.run(withGoal(stopped, 'old'))).stop).toEqual({ reason: 'trialUntestable' });
  expect((await world.run(stopped)).phase).toBe('done');
});

it.each<[string, readonly Fate[], readonly TestOutcome[], string]>([
  ['its test fails', [], ['passed', 'passed', 'failed'], 'Has the new password, test failed, left out'],
  [
    'it leads to another target',
    ['done', 'done', 'done', 'targetChanged'],
    [],
    'Changed outside this rotation, password unknown, left out',
  ],
  ['its change is refused', ['done', 'done', 'done', 'refused'], [], 'Has the old password, left out'],
])('continues without a connection that is left out because %s', async (_, given, results, words) => {
  const world = createCheckedWorld(3, given, results);
  const stopped = await world.run(startFor(world.ids));
  const offered = stopped.connections.filter((one) => canBeLeftOut(stopped, one));
  expect(offered.map(({ id }) => id)).toEqual(['id-1']);
  const without = leaveOut(stopped, 'id-1');
  expect(describeRotation(phoenix, without)).toContain('“Name of id-1” is left out.');
  const done = await world.run(without);
  expect(done.connections.map((one) => describeSecretState(phoenix, one).word)).toEqual([
    'Has the new password, test passed',
    words,
    'Has the new password, test passed',
  ]);
  expect(describeRotation(phoenix, done)).toMatch(/ 1 was left out\./);
});

it('ends after a part of the connections, and says which were left out', async () => {
  const world = createCheckedWorld(3, ['done', 'done', 'done', 'refused'], []);
  const ended = endRotation(await world.run(startFor(world.ids)));
  expect(describeRotation(phoenix, ended)).toBe('1 of 3 connections has the new password. 2 were left out.');
});

it('tries the old secret before it puts it back, and changes nothing when it does not work', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'refused'], ['passed', 'passed', 'failed']);
  const stopped = await world.run(startFor(world.ids));
  const refused = await world.run(withGoal(stopped, 'old'));
  expect(describeRotation(phoenix, refused)).toContain('Adobe’s test with the old password failed.');
  expect(refused.connections.map(({ secretState }) => secretState)).toEqual(['new', 'old']);
  expect([...world.secrets.values()]).toEqual(['new', 'old']);
});
