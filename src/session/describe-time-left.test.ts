import { expect, it } from 'vitest';
import { describeTimeLeft } from './describe-time-left.ts';

it.each([
  [86_399_000, '23 h 59 min'],
  [250_000, '4 min 10 s'],
  [9_999, '9 s'],
  [0, '0 s'],
  [-7_260_000, '2 h 1 min'],
  [260_000_000, '3 days'],
])('%i ms is %s', (milliseconds, words) => {
  expect(describeTimeLeft(milliseconds)).toBe(words);
});
