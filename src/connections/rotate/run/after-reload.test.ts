import { expect, it } from 'vitest';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { describeHalfDone } from '../half-done-words.ts';
import { describeRotation, describeSecretState } from '../rotation-words.ts';
import { reloaded } from './checked-words.ts';
import { createCheckedWorld, startFor } from './checked-world.ts';
import { compareVersions } from './compare-versions.ts';
import { type Fate, ofOthers } from './rotation-world.ts';
import { type RotatedConnection, withGoal, withOtherSecret } from './rotation.ts';

const wordOf = (one: RotatedConnection) => describeSecretState(phoenix, one).word;
const firstIsDone: readonly Fate[] = ['done', 'done', 'done', 'refused'];

it('does not say that none has the new password when the same one was entered again and its trial was refused', async () => {
  const world = createCheckedWorld(2, [...firstIsDone, 'refused'], []);
  const stopped = await world.run(startFor(world.ids));
  const again = await world.run(reloaded(stopped), 'new', true);
  expect(again.stop).toMatchObject({ reason: 'trialRefused' });
  expect(describeRotation(phoenix, again)).toBe(
    'The temporary connection could not be created. No more connections were changed. 1 of 2 connections has the new password entered before.',
  );
  expect(describeHalfDone(again)).toBe(
    'When the rotation stopped, 1 of 2 connections had the new secret entered before. 1 had the old secret.',
  );
});

it('says how far it came while it cannot compare the passwords', async () => {
  const world = createCheckedWorld(2, firstIsDone, []);
  const stopped = await world.run(startFor(world.ids));
  await world.run(reloaded(stopped), 'new', true);
  const running = world.told.filter(({ phase }) => phase === 'changing').slice(-6);
  const words = running.map((one) => describeRotation(phoenix, one));
  expect(words.filter((one) => one.includes('0 of 2 connections have'))).toEqual([]);
});

it('tells a new password entered before from an old one entered before', async () => {
  const world = createCheckedWorld(2, firstIsDone, ['passed', 'passed', 'passed', 'failed']);
  const stopped = await world.run(startFor(world.ids));
  const back = await world.run(withGoal(stopped, 'old'));
  expect(back.stop).toMatchObject({ reason: 'testFailed' });
  const other = createCheckedWorld(2, firstIsDone, ['passed', 'passed', 'failed']);
  const again = await other.run(await other.run(startFor(other.ids)), 'another new one');
  const oldAgain = withOtherSecret(back);
  expect([oldAgain, again].map(({ connections: [first] }) => first && wordOf(first))).toEqual([
    'Has the old password entered before, test failed',
    'Has the new password entered before, test passed',
  ]);
});

it('says what Continue does to a connection that another user changed', async () => {
  const world = createCheckedWorld(2, firstIsDone, []);
  const stopped = await world.run(startFor(world.ids));
  world.write('id-1', ofOthers);
  const compared = compareVersions(reloaded(stopped), world.readAll());
  expect(describeRotation(phoenix, compared)).toBe(
    'The rotation was interrupted. 1 of 2 connections has the new password. “Name of id-1” was changed outside this rotation. If you continue, the new password is written over this change, unless you leave it out. If it now uses another database or user, the rotation stops there. Enter the same password again to continue.',
  );
});

it('says what Continue does to a connection whose response was lost', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'lostAfter'], []);
  const stopped = reloaded(await world.run(startFor(world.ids)));
  expect(describeRotation(phoenix, stopped)).toBe(
    'The rotation was interrupted. 1 of 2 connections has the new password. We don’t know which password “Name of id-1” has. If you continue, the new password is written again and replaces any change that someone else made in the meantime. Enter the same password again to continue.',
  );
});

it('does not ask for the same password when none was written', async () => {
  const world = createCheckedWorld(2, ['refused'], []);
  const stopped = reloaded(await world.run(startFor(world.ids)));
  expect(describeRotation(phoenix, stopped)).toBe(
    'The rotation was interrupted. No connection was changed. Enter the new password to continue.',
  );
});
