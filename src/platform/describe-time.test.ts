import { describe, expect, it } from 'vitest';
import { describeDuration, describeWrite } from './describe-time.ts';

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1400, '1.4 s'],
  [61_200, '61 s'],
])('%i ms took %s', (milliseconds, words) => {
  expect(describeDuration(milliseconds)).toBe(words);
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
