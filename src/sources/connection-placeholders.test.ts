import { expect, it } from 'vitest';
import { findPlaceholders } from './connection-placeholders.ts';

it.each([
  ['Server=<server>;Database=<db>;Uid=<user>;Pwd=<password>', ['Server', 'Database', 'Uid', 'Pwd']],
  ['Server=db.example;Database=${DB};Uid=u;Pwd={{pw}}', ['Database', 'Pwd']],
  ['Server=db.example;Database=sales;Uid=u;Pwd=a{b}c', []],
])('finds the placeholders of %s', (text, names) => {
  expect(findPlaceholders(text)).toEqual(names);
});
