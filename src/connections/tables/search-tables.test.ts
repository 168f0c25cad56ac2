import { expect, it } from 'vitest';
import { searchTables } from './search-tables.ts';

const tables = ['RETAIL.ORDERS', 'RETAIL."Order Lines"', 'Größe/2024', ' EDGES '].map((path) => ({
  type: 'table',
  name: path,
  path,
}));

it.each([
  ['', 4],
  ['  ', 4],
  ['order', 2],
  ['lines order', 1],
  ['größe/', 1],
  ['"', 1],
  ['.*', 0],
])('%j finds %i', (text, count) => {
  expect(searchTables(tables, text)).toHaveLength(count);
});
