import { describe, expect, it } from 'vitest';
import { describeDuration, describeTime, describeWrite } from './describe-time.ts';

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
