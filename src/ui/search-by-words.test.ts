import { expect, it } from 'vitest';
import { searchByWords } from './search-by-words.ts';

const items = ['Order Lines', 'orders', 'Größe/2024'].map((title) => ({ title }));

it.each([
  ['', ['Order Lines', 'orders', 'Größe/2024']],
  ['  ', ['Order Lines', 'orders', 'Größe/2024']],
  ['ORDER', ['Order Lines', 'orders']],
  [' lines  order ', ['Order Lines']],
  ['größe/', ['Größe/2024']],
  ['lines 2024', []],
  ['.*', []],
])('%j finds %j', (search, titles) => {
  expect(searchByWords(items, search, ({ title }) => title).map(({ title }) => title)).toEqual(titles);
});
