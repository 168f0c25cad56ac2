import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { describeHalfDone, describeOwn } from './half-done-words.ts';
import { anyTarget, named } from './run/rotation-world.ts';
import { type Rotation, type SecretState, isHalfDone, startRotation } from './run/rotation.ts';

const target = { ...anyTarget, specId: phoenix.connectionSpec.id };

function rotationOf(states: readonly SecretState[], change: Partial<Rotation> = {}): Rotation {
  const start = startRotation(named(states.map((_, place) => `${place}`)), target);
  const connections = start.connections.map((one, place) => ({
    ...one,
    secretState: states[place] ?? 'unknown',
  }));
  return { ...start, connections, phase: 'stopped', stop: { reason: 'interrupted' }, ...change };
}

it.each([
  [
    ['new', 'old', 'old'],
    'When the rotation stopped, 1 of 3 connections had the new password. 2 had the old password.',
  ],
  [
    ['new', 'unknown', 'changedByOthers', 'deleted'],
    'When the rotation stopped, 1 of 3 connections had the new password. We don’t know which password 2 connections had.',
  ],
  [
    ['earlier', 'new'],
    'When the rotation stopped, 1 of 2 connections had the new password. 1 had the new password entered before, which may be the same.',
  ],
  [
    ['earlier', 'old', 'earlierOld'],
    'When the rotation stopped, 1 of 3 connections had the new password entered before. 1 had the old password. 1 had the old password entered before.',
  ],
  [['new'], 'When the rotation stopped, 1 of 1 connection had the new password.'],
] as const)('counts the connections of each state in %j', (states, words) => {
  expect(describeHalfDone(rotationOf(states))).toBe(words);
});

it('uses the present tense while the rotation runs', () => {
  expect(describeHalfDone(rotationOf(['new', 'new', 'unknown', 'old'], { phase: 'changing' }))).toBe(
    'So far, 2 of 4 connections have the new password. 1 has the old password. We don’t know which password 1 connection has.',
  );
});

it('says secret where no documented source has the word for it', () => {
  const other = { ...target, specId: 'other' };
  expect(describeHalfDone(rotationOf(['new', 'old'], { target: other }))).toContain('the new secret');
});

it.each([
  ['new', 'old', 'This connection still has the old password.'],
  ['new', 'new', 'This connection has the new password.'],
  ['old', 'new', 'This connection still has the new password.'],
  ['old', 'old', 'This connection has the old password.'],
  ['new', 'unknown', 'We don’t know which password this connection has.'],
  [
    'new',
    'changedByOthers',
    'This connection was changed outside the rotation. We don’t know which password it has.',
  ],
] as const)('while the %s secret is written, says which a connection has: %s', (goal, secretState, words) => {
  expect(describeOwn(rotationOf(['new', 'old'], { goal }), { secretState }, 'present')).toBe(words);
});

it('says which secret a connection had that cannot be read', () => {
  expect(describeOwn(rotationOf(['new', 'old']), { secretState: 'old' }, 'past')).toBe(
    'When the rotation stopped, this connection still had the old password.',
  );
});

it.each([
  [['new', 'old'], 'stopped', true],
  [['unknown'], 'stopped', true],
  [['new', 'old'], 'trying', true],
  [['old', 'deleted'], 'stopped', false],
  [['old', 'old'], 'trying', false],
  [['new', 'old'], 'done', false],
] as const)('of %j, %s, tells whether it is half done: %s', (states, phase, isHalf) => {
  expect(isHalfDone(rotationOf(states, { phase }))).toBe(isHalf);
});
