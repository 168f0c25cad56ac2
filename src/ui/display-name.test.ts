import { expect, it } from 'vitest';
import { displayName } from './display-name.ts';

it.each(['Sales', '0', '🚀', '日本語', ' .', '__proto__'])('%j is shown as it is', (name) => {
  expect(displayName(name)).toBe(name);
});

it.each(['', ' ', '\u200b', '\0', '\n\t', '\ud800'])('%j is said to be no name', (name) => {
  expect(displayName(name)).toBe('(no name)');
});

it('a long one is cut', () => {
  expect(displayName('x'.repeat(10_000))).toHaveLength(300);
});
