import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['', 5, ''],
  ['12345', 5, '12345'],
  ['123456', 5, '1234…'],
  ['123🚀56', 5, '123…'],
])('%j in %i characters is %j', (text, most, short) => {
  expect(shorten(text, most)).toBe(short);
});
