import { describe, expect, it } from 'vitest';
import { attemptOf, heldConnection } from '../testing/create-fixture.ts';
import { compareTarget, findByAttempt, matchAttempt } from './match-attempt.ts';

const attempt = attemptOf({ knownIds: ['older'], startedAt: 1_000_000 });

describe('whether a connection with the same name matches the attempt', () => {
  it.each([
    ['with the same target and client, created after it', {}, 'own'],
    ['with numbers as text', { params: { port: '8765', enableSsl: 'false' } }, 'own'],
    ['whatever the secret looks like', { params: { password: 'xxxx' } }, 'own'],
    ['created slightly earlier, by a slow clock', { createdAt: 999_000 }, 'own'],
    ['not when it was there before', { id: 'older' }, 'other'],
    ['not on another host', { params: { host: 'colleague.example' } }, 'other'],
    ['not of another client', { createdClient: 'exc_app' }, 'other'],
    ['not under another name', { name: 'Phoenix db 2' }, 'other'],
    ['not of another source', { connectionSpec: { id: 'another' } }, 'other'],
    ['perhaps, when it seems older', { createdAt: 900_000 }, 'unclear'],
    ['perhaps, without a time', { createdAt: undefined }, 'unclear'],
    ['perhaps, without a client', { createdClient: undefined }, 'unclear'],
    ['perhaps, with params that are not all shown', { params: { host: undefined } }, 'unclear'],
    ['perhaps, with a param that is null', { params: { port: null } }, 'unclear'],
    ['perhaps, with a param that is masked', { params: { username: '******' } }, 'unclear'],
    ['perhaps, with a host in capitals', { params: { host: 'DB.EXAMPLE' } }, 'unclear'],
    ['perhaps, without params', { auth: undefined }, 'unclear'],
  ] as const)('%s', (_, change, expected) => {
    expect(matchAttempt(attempt, heldConnection(change))).toBe(expected);
  });
});

it('two matches cannot be distinguished', () => {
  const two = [heldConnection({ id: 'a' }), heldConnection({ id: 'b' })];
  expect(findByAttempt(attempt, two)).toEqual({ kind: 'unclear', connections: two });
});

it('the matching connection is used, whatever else is unclear', () => {
  const own = heldConnection({ id: 'a' });
  const found = findByAttempt(attempt, [heldConnection({ id: 'b', createdClient: undefined }), own]);
  expect(found).toEqual({ kind: 'own', connection: own });
});

it('a source with only secret params has nothing to compare', () => {
  expect(compareTarget({}, heldConnection({}))).toBe('unreadable');
  const secretOnly = attemptOf({ target: {} });
  expect(matchAttempt(secretOnly, heldConnection({ createdAt: secretOnly.startedAt }))).toBe('unclear');
});
