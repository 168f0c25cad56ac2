import { expect, it } from 'vitest';
import { describeAge } from './describe-age.ts';

it.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [61_000, '1 minute ago'],
  [3 * 3_600_000, '3 hours ago'],
  [6 * 86_400_000, '6 days ago'],
  [65 * 86_400_000, '2 months ago'],
  [800 * 86_400_000, '2 years ago'],
  [-2 * 3_600_000, 'in 2 hours'],
  [Infinity, 'an invalid date (-Infinity)'],
])('%d milliseconds ago is described as %s', (passed, words) => {
  const now = Date.UTC(2026, 0, 1);
  expect(describeAge(now - passed, now)).toBe(words);
});
