import { describe, expect, it } from 'vitest';
import { describeAge, describeDuration, describeTime, describeWrite } from './describe-time.ts';

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1400, '1.4 s'],
  [61_200, '61 s'],
])('%i ms took %s', (milliseconds, words) => {
  expect(describeDuration(milliseconds)).toBe(words);
});

it.each([8.64e15 + 1, -8.64e15 - 1, Infinity, NaN])('%d is described as an invalid date', (milliseconds) => {
  expect(describeTime(milliseconds)).toBe(`an invalid date (${milliseconds})`);
});

describe('who wrote, and when', () => {
  const noon = Date.UTC(2024, 4, 2, 12);

  it('names both', () => {
    expect(describeWrite(noon, 'somebody')).toMatch(/^May \d, 2024, .* by somebody$/);
  });

  it('names what is known', () => {
    expect(describeWrite(noon, undefined)).not.toContain('by');
    expect(describeWrite(undefined, 'somebody')).toBeNull();
  });
});

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
