import { expect, it } from 'vitest';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { createCheckedWorld, startFor } from './checked-world.ts';
import { compareVersions } from './compare-versions.ts';
import { describeRotation, describeSecretState } from '../rotation-words.ts';
import { type Fate, createWorld, ofOthers } from './rotation-world.ts';
import { type Rotation, canBeLeftOut, isHalfDone, leaveOut, withGoal } from './rotation.ts';
import { runRotation } from './run-rotation.ts';

const wordsOf = (rotation: Rotation) =>
  rotation.connections.map((one) => describeSecretState(phoenix, one).word);
const changed = 'Changed outside this rotation, password unknown';

it('asks before it writes over what another user wrote before the rotation continued', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'refused'], []);
  const stopped = await world.run(startFor(world.ids));
  expect(stopped.connections.map(({ secretState }) => secretState)).toEqual(['new', 'old']);
  world.write('id-0', ofOthers);
  const told = await world.run(stopped);
  expect(world.secrets.get('id-0')).toBe(ofOthers);
  expect(wordsOf(told)).toEqual([changed, 'Has the old password']);
  expect(describeRotation(phoenix, told)).toBe(
    '“Name of id-0” was changed outside this rotation, so the new password was not written over this change. 0 of 2 connections have the new password. Continue to write it anyway, or leave out the connection.',
  );
  expect((await world.run(told)).phase).toBe('done');
  expect(world.secrets.get('id-0')).toBe('new');
});

it('asks before it writes over what another user wrote during the rotation, before this connection was changed', async () => {
  // Another user changes the second connection during the test of the first one.
  const world = createCheckedWorld(2, [], [], [null, null, null, 1]);
  const told = await world.run(startFor(world.ids));
  expect(wordsOf(told)).toEqual(['Has the new password, test passed', changed]);
  expect(told.stop).toEqual({ reason: 'conflict', id: 'id-1' });
  expect(told.connections.filter((one) => canBeLeftOut(told, one)).map(({ id }) => id)).toEqual(['id-1']);
  const done = leaveOut(told, 'id-1');
  expect(done.phase).toBe('done');
  expect(world.secrets.get('id-1')).toBe(ofOthers);
});

it('asks again when another user changes a connection once more', async () => {
  const world = createCheckedWorld(1, [], []);
  const start = startFor(world.ids);
  world.write('id-0', ofOthers);
  const told = await world.run(start);
  expect(told.stop).toEqual({ reason: 'conflict', id: 'id-0' });
  world.write('id-0', ofOthers);
  expect((await world.run(told)).stop).toEqual({ reason: 'conflict', id: 'id-0' });
  expect(world.secrets.get('id-0')).toBe(ofOthers);
});

it('notices that a connection which another user changed was deleted, too', async () => {
  const world = createCheckedWorld(2, [], [], [0]);
  const told = await world.run(startFor(world.ids));
  expect(wordsOf(told)).toEqual([changed, 'Has the old password']);
  world.secrets.delete('id-0');
  expect(wordsOf(compareVersions(told, world.readAll()))).toEqual(['Deleted', 'Has the old password']);
});

it('says that a connection was not changed for another reason, although somebody else had changed it', async () => {
  const world = createCheckedWorld(1, [...Array<Fate>(5).fill('done'), 'refused'], [], [0]);
  const told = await world.run(startFor(world.ids));
  expect(told.stop).toEqual({ reason: 'conflict', id: 'id-0' });
  const again = await world.run(told);
  expect(again.stop).toMatchObject({ reason: 'changeRefused' });
  expect(describeRotation(phoenix, again)).toMatch(/^“Name of id-0” was not changed\./);
});

it('does not say that a connection has the new secret when another new one fails its trial', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'refused'], ['passed', 'passed', 'failed']);
  const stopped = await world.run(startFor(world.ids));
  const failed = await world.run(stopped, 'another new one');
  expect(failed.stop).toMatchObject({ reason: 'trialFailed' });
  expect(wordsOf(failed)).toEqual([
    'Has the new password entered before, test passed',
    'Has the old password',
  ]);
});

it('says at the end that another user changed a connection after it got the new secret', async () => {
  const world = createCheckedWorld(2, [], [], [null, null, null, null, null, 0]);
  const told = await world.run(startFor(world.ids));
  expect(wordsOf(told)).toEqual([changed, 'Has the new password, test passed']);
  expect(told.phase).toBe('stopped');
});

it('says so of the connection that it stopped at, and not that this one has the new secret', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done'], ['passed', 'failed'], [null, null, null, 0]);
  const told = await world.run(startFor(world.ids));
  expect(told.stop).toMatchObject({ reason: 'testFailed', id: 'id-0' });
  expect(describeRotation(phoenix, told)).toMatch(/^“Name of id-0” was changed outside this rotation/);
});

it('does not call a rotation half done that changed nothing, when only another user did', async () => {
  const world = createCheckedWorld(1, [], [], [0]);
  const told = await world.run(startFor(world.ids));
  expect(wordsOf(told)).toEqual([changed]);
  expect(isHalfDone(told)).toBe(false);
});

it('says which connections were changed since, and puts no old secret into one that it never changed', async () => {
  const world = createCheckedWorld(3, ['done', 'done', 'done', 'done', 'refused'], []);
  const stopped = await world.run(startFor(world.ids));
  world.write('id-0', ofOthers);
  world.write('id-2', ofOthers);
  const compared = compareVersions(stopped, world.readAll());
  expect(wordsOf(compared)).toEqual([changed, 'Has the new password, test passed', changed]);
  // A version that was read before the rotation changed a connection is outdated.
  expect(compareVersions(stopped, world.readAll(), new Set()).connections).toEqual(stopped.connections);
  await world.run(withGoal(compared, 'old'));
  expect([...world.secrets.values()]).toEqual(['old', 'old', ofOthers]);
});

it('is done when a reload finds that what was left to do was deleted', async () => {
  const world = createCheckedWorld(2, ['done', 'done', 'done', 'refused'], []);
  const stopped = await world.run(startFor(world.ids));
  world.secrets.delete('id-1');
  const compared = compareVersions(stopped, world.readAll());
  expect(wordsOf(compared)).toEqual(['Has the new password, test passed', 'Deleted']);
  expect(describeRotation(phoenix, compared)).toBe('1 of 1 connection has the new password.');
});

it('does not say which secret a connection has that is missing in the list and cannot be read', () => {
  const start: Rotation = {
    ...startFor(['id-0', 'id-1']),
    phase: 'stopped',
    stop: { reason: 'interrupted' },
  };
  const compared = compareVersions(start, new Map([['id-0', 'missing' as const]]));
  expect(wordsOf(compared)).toEqual(['Unknown', 'Has the old password']);
});

it('says that a connection was deleted after the rotation had stopped at it', async () => {
  const world = createCheckedWorld(3, ['done', 'done', 'done', 'refused'], []);
  const stopped = await world.run(startFor(world.ids));
  world.secrets.delete('id-1');
  expect(describeRotation(phoenix, compareVersions(stopped, world.readAll()))).toBe(
    '“Name of id-1” was deleted. 1 of 2 connections has the new password. Enter the same password again to continue.',
  );
});

it('tries, changes and removes nothing when the connections cannot be read', async () => {
  let isUnreadable = false;
  const world = createWorld(
    2,
    ['done', 'done', 'done', 'refused'],
    [],
    () => undefined,
    [],
    () => isUnreadable,
  );
  const told: Rotation[] = [];
  const run = async (start: Rotation, { signal } = new AbortController()) => {
    await runRotation(start, 'Trial', world.stepsFor('new'), signal, (next) => void told.push(next));
    return told.at(-1) ?? start;
  };
  const stopped = await run(startFor(world.ids));
  isUnreadable = true;
  const again = await run(stopped);
  expect(again.connections).toEqual(stopped.connections);
  expect(describeRotation(phoenix, again)).toBe(
    'The connections could not be loaded, so the new password was not tried. No more connections were changed. 1 of 2 connections has the new password.',
  );
});

it('stops before the next connection when the user leaves', async () => {
  const world = createWorld(2, [], [], () => undefined);
  const told: Rotation[] = [];
  const steps = world.stepsFor('new');
  await runRotation(startFor(world.ids), 'Trial', steps, AbortSignal.abort(), (next) => void told.push(next));
  expect(told.at(-1)?.stop).toEqual({ reason: 'interrupted' });
  expect([...world.secrets.values()]).toEqual(['old', 'old']);
});
