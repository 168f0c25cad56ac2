import { expect, it } from 'vitest';
import { searchTables, toColumnRows, toSampleRows } from './to-table-rows.ts';

const schema = {
  columns: [
    { name: 'ID', type: 'string', xdm: { type: 'string' } },
    { name: 'TOTAL', type: 'double', xdm: { type: 'number' } },
    { name: 'AT', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } },
    { name: 'constructor', type: 'binary' },
  ],
};

it('shows the more exact XDM type, and nothing when there is none', () => {
  expect(toColumnRows(schema.columns)).toEqual([
    ['ID', 'string', 'string'],
    ['TOTAL', 'double', 'number'],
    ['AT', 'string', 'date-time'],
    ['constructor', 'binary', ''],
  ]);
});

it('shows every type of value, in the order of the columns', () => {
  const data = [
    { TOTAL: 1.5, ID: ' a ', AT: null },
    { ID: { nested: [true] }, TOTAL: false },
  ];
  expect(toSampleRows(schema.columns, data)).toEqual([
    [' a ', '1.5', 'null', ''],
    ['{"nested":[true]}', 'false', '', ''],
  ]);
});

it('distinguishes an empty table from missing rows', () => {
  expect(toSampleRows(schema.columns, [])).toEqual([]);
  expect(toSampleRows(schema.columns, undefined)).toBeNull();
});

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
  expect(searchTables(tables, text, () => [])).toHaveLength(count);
});

it('finds a table by a column that is known', () => {
  const columnsOf = (path: string) => (path === 'RETAIL.ORDERS' ? schema.columns : []);
  expect(searchTables(tables, 'total', columnsOf).map(({ path }) => path)).toEqual(['RETAIL.ORDERS']);
});
