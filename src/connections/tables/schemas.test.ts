import { expect, it } from 'vitest';
import { listSchemas, readSchema } from './schemas.ts';

it.each([
  ['RETAIL.ORDERS', 'RETAIL'],
  ['RETAIL."Order.Lines"', 'RETAIL'],
  ['"A.B"."C"', '"A.B"'],
  ['"a ""quoted"" one".T', '"a ""quoted"" one"'],
  ['ORDERS', ''],
  ['"../../ETC"', ''],
  ['RETAIL.', ''],
  ['.T', ''],
])('the schema of %j is %j', (path, schema) => {
  expect(readSchema({ path })).toBe(schema);
});

it('counts the tables of each schema', () => {
  const tables = ['B.ONE', 'A.ONE', 'B.TWO', 'ONE'].map((path) => ({ name: path, path }));
  expect(listSchemas(tables)).toEqual([
    { name: '', count: 1 },
    { name: 'A', count: 1 },
    { name: 'B', count: 2 },
  ]);
});
