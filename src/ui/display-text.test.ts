import { expect, it } from 'vitest';
import { describeUnread, displayName, shorten } from './display-text.ts';

it.each([
  ['', 5, ''],
  ['12345', 5, '12345'],
  ['123456', 5, '1234…'],
  ['123🚀56', 5, '123…'],
])('%j in %i characters is %j', (text, most, short) => {
  expect(shorten(text, most)).toBe(short);
});

it.each(['Sales', '0', '🚀', '日本語', ' .', '__proto__'])('%j is shown unchanged', (name) => {
  expect(displayName(name)).toBe(name);
});

it.each(['', ' ', '\u200b', '\0', '\n\t', '\ud800'])('%j is shown as missing name', (name) => {
  expect(displayName(name)).toBe('(no name)');
});

it('a name cannot reverse the text around it, and keeps its own direction', () => {
  expect(displayName('\u202eתל אביב\u2066 1')).toBe('תל אביב 1');
});

it('a long name is shortened', () => {
  expect(displayName('x'.repeat(10_000))).toHaveLength(300);
});

it.each([
  [0, ''],
  [1, '1 sandbox is not shown because it could not be read.'],
  [2000, '2,000 sandboxes are not shown because they could not be read.'],
])('%i not shown: %s', (count, words) => {
  expect(describeUnread(count, 'sandbox', 'sandboxes')).toBe(words);
});
