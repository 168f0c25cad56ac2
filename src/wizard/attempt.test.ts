import { expect, it } from 'vitest';
import { type Attempt, findAttempt, replaceAttempt, toPlace } from './attempt.ts';

function attemptIn(sandbox: string, organizationId: string | null, name = 'Mine'): Attempt {
  return { sandbox, organizationId, name, specId: 'x', knownIds: [], startedAt: 5, fate: 'lost' };
}

it('an attempt belongs to its sandbox and organization', () => {
  const attempts = [attemptIn('prod', 'A'), attemptIn('dev', 'A'), attemptIn('prod', null)];
  expect(findAttempt(attempts, { sandbox: 'dev', organizationId: 'A' })).toBe(attempts[1]);
  expect(findAttempt(attempts, { sandbox: 'prod', organizationId: null })).toBe(attempts[2]);
  expect(findAttempt(attempts, { sandbox: 'prod', organizationId: 'B' })).toBeNull();
});

it('a new attempt takes the place of the one before in its place, and of no other', () => {
  const elsewhere = attemptIn('dev', 'A');
  const next = attemptIn('prod', 'A', 'Next');
  expect(replaceAttempt([attemptIn('prod', 'A'), elsewhere], next, next)).toEqual([elsewhere, next]);
  expect(replaceAttempt([elsewhere, next], next, null)).toEqual([elsewhere]);
});

it('credentials that the server holds are of an organization that the page need not know', () => {
  expect(toPlace({ credentials: null, sandbox: 'prod' })).toEqual({ sandbox: 'prod', organizationId: null });
});
