import { expect, it } from 'vitest';
import { credentialsKey } from './credentials-key.ts';

const one = { apiKey: 'key', organizationId: 'ORG@AdobeOrg', accessToken: 'unmistakable.access.token' };
const other = { ...one, accessToken: 'unmistakable.access.tokem' };

it('is the same for equal credentials, whatever was requested in between', () => {
  const [first, second, third] = [one, other, { ...one }].map((credentials) => credentialsKey(credentials));
  expect(first).toBe(third);
  expect(first).not.toBe(second);
});

it('differs when a value differs or two values are swapped', () => {
  const keys = [
    one,
    other,
    { ...one, apiKey: 'kez' },
    { ...one, organizationId: 'ORH@AdobeOrg' },
    { ...one, apiKey: one.organizationId, organizationId: one.apiKey },
    null,
  ].map((credentials) => credentialsKey(credentials));
  expect(new Set(keys).size).toBe(keys.length);
});

it('differs for many similar credentials', () => {
  const keys = Array.from({ length: 50_000 }, (_, serial) =>
    credentialsKey({ ...one, accessToken: `${one.accessToken}${serial}` }),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it('contains none of the credentials', () => {
  expect(credentialsKey(one)).toMatch(/^[\da-z]{1,7}-[\da-z]{1,7}$/);
});
