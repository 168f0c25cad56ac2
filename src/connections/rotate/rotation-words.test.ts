import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { announceRotation, describeRotation, describeSecretState } from './rotation-words.ts';
import { anyTarget } from './run/rotation-world.ts';
import { type Rotation, hasSucceeded, startRotation } from './run/rotation.ts';

function rotationOf(count: number, done: number, change: Partial<Rotation>): Rotation {
  const ids = Array.from({ length: count }, (_, place) => ({
    id: `${place}`,
    name: `Sales ${place}`,
    etag: '',
  }));
  const { connections, ...start } = startRotation(ids, anyTarget);
  return {
    ...start,
    connections: connections.map((one, place) =>
      place < done ? { ...one, secretState: 'new', test: 'passed' } : one,
    ),
    ...change,
  };
}

it.each([
  [30, 9, '0 of 30'],
  [30, 19, '10 of 30'],
  [10, 9, '9 of 10'],
])('of %i connections, the change of connection %i is announced as %s', (count, done, words) => {
  const rotation = rotationOf(count, done, { phase: 'changing' });
  expect(announceRotation(phoenix, rotation)).toContain(`${words} connections have the new password.`);
  expect(describeRotation(phoenix, rotation)).toContain(`${done} of ${count} connections`);
});

it('announces exactly how many were changed at the end', () => {
  const stopped = rotationOf(30, 17, { phase: 'stopped', stop: { reason: 'interrupted' } });
  expect(announceRotation(phoenix, stopped)).toContain('17 of 30 connections');
  expect(announceRotation(phoenix, rotationOf(30, 29, { phase: 'done' }))).toContain('29 of 30 connections');
});

it('is a success only when every connection has the new password, and no test failed', () => {
  const all = rotationOf(2, 2, { phase: 'done' });
  const withFirst = (change: Partial<Rotation['connections'][number]>): Rotation => ({
    ...all,
    connections: all.connections.map((one, place) => (place === 0 ? { ...one, ...change } : one)),
  });
  expect(hasSucceeded(all)).toBe(true);
  expect(hasSucceeded(withFirst({ secretState: 'deleted' }))).toBe(true);
  expect(hasSucceeded(withFirst({ test: 'failed' }))).toBe(false);
  expect(hasSucceeded(withFirst({ isLeftOut: true }))).toBe(false);
  expect(hasSucceeded(rotationOf(2, 1, { phase: 'done' }))).toBe(false);
  expect(hasSucceeded({ ...all, phase: 'changing' })).toBe(false);
});

it('says that deleted connections were not changed', () => {
  const { connections, ...rest } = rotationOf(2, 0, { phase: 'done' });
  const gone = connections.map((one) => ({ ...one, secretState: 'deleted' as const }));
  expect(describeRotation(phoenix, { ...rest, connections: gone })).toBe(
    'All connections were deleted, so nothing was changed.',
  );
});

it('says of a connection that can be left out that its test did not finish', () => {
  const {
    connections: [first],
  } = rotationOf(1, 1, { phase: 'stopped', stop: { reason: 'interrupted' } });
  const words = (change: object) => first && describeSecretState(phoenix, { ...first, ...change }).word;
  expect(words({ test: 'due' })).toBe('Has the new password, test not finished');
  expect(words({ test: 'due', isLeftOut: true })).toBe('Has the new password, not tested, left out');
  expect(words({ test: 'due', secretState: 'unknown' })).toBe('Unknown');
});

it('shortens a long name', () => {
  const { connections, ...rest } = rotationOf(1, 0, {
    phase: 'stopped',
    stop: { reason: 'targetChanged', id: '0' },
  });
  const long = connections.map((one) => ({ ...one, name: 'x'.repeat(1000) }));
  expect(describeRotation(phoenix, { ...rest, connections: long }).length).toBeLessThan(300);
});
