import { expect, it } from 'vitest';
import { describeValue } from './param-answer.ts';

it.each([
  [true, 'On'],
  [false, 'Off'],
  ['db.example', 'db.example'],
  ['', ''],
  [443, '443'],
  [{ odd: true }, '{"odd":true}'],
])('%j', (value, words) => {
  expect(describeValue(value)).toBe(words);
});
