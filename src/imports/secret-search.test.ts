import { array, assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { createSecretSearch } from './secret-search.ts';

const letters = string({ unit: 'binary-ascii', maxLength: 12 }).map((text) =>
  text.replaceAll(/[^ab ;]/g, 'a'),
);

it('a longer secret is found wherever it is in a text', () => {
  assert(
    property(array(letters, { maxLength: 6 }), letters, (secrets, text) => {
      const longer = secrets.filter((secret) => secret.trim().length > 3);
      expect(createSecretSearch(longer)(text)).toBe(longer.some((secret) => text.includes(secret.trim())));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

it.each([
  ['Sales of abc', ['abc'], true],
  ['Sales of abcd', ['abc'], false],
  ['abc', ['abc'], false],
  ['the password of a', ['password', 'a', ''], false],
  ['Sales-hunter22', ['hunter2', 'hunter'], true],
  ['Sales-hunt', ['hunter2', 'hunter'], false],
])('in %j, one of %j is found: %s', (text, secrets, isFound) => {
  expect(createSecretSearch(secrets)(text)).toBe(isFound);
});

it('20,000 secrets are looked for in 20,000 names within seconds', { timeout: 5000 }, () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `Connection ${index} of sales`);
  const holdsSecret = createSecretSearch(names.map((_, index) => `unmistakable-${index}`));
  expect(names.filter(holdsSecret)).toEqual([]);
  expect(holdsSecret('Connection unmistakable-19999')).toBe(true);
});
