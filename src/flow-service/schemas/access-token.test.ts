import { expect, it } from 'vitest';
import { isJwtShaped, readAccessToken } from './access-token.ts';

function tokenOf(claims: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  return `e30.${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}.c2ln`;
}

it('expires at the sum of two strings in milliseconds', () => {
  expect(
    readAccessToken(tokenOf({ client_id: 'c', created_at: '1384371060214', expires_in: '86400000' })),
  ).toEqual({
    clientId: 'c',
    expiresAt: 1_384_457_460_214,
  });
});

it('exp in seconds is used when the two are absent', () => {
  expect(readAccessToken(tokenOf({ exp: 1_700_000_000 }))).toEqual({
    clientId: null,
    expiresAt: 1_700_000_000_000,
  });
});

it('has no expiry when the token has none', () => {
  expect(readAccessToken(tokenOf({ client_id: 'ключ' }))).toEqual({ clientId: 'ключ', expiresAt: null });
});

it.each(['', 'opaque', 'a.b', 'a.b.c.d', 'a b.c.d', 'e30.!!.x', 'e30.bm90IGpzb24.x', 'e30.W10.x'])(
  'is unreadable: %j',
  (token) => {
    expect(readAccessToken(token)).toBeNull();
  },
);

it('has three parts', () => {
  expect(isJwtShaped('aa.bb.cc')).toBe(true);
  expect(isJwtShaped('aa.bb')).toBe(false);
});
