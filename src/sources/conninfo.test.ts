import { expect, it } from 'vitest';
import { readConninfo } from './conninfo.ts';

it.each([
  [
    "host=db.example port=5432 dbname=sales user=reader password='p w'",
    { server: 'db.example', port: '5432', database: 'sales', user: 'reader', password: 'p w' },
  ],
  [
    String.raw`host = 'db.example' dbname=sales password='it\'s \\'`,
    { server: 'db.example', database: 'sales', password: "it's \\" },
  ],
  [String.raw`psql "host=db.example dbname=a\ b"`, { server: 'db.example', database: 'a b' }],
  ['hostaddr=192.0.2.7 host=db.example dbname=sales', { server: 'db.example', database: 'sales' }],
  ["host=db.example dbname=sales password=''", { server: 'db.example', database: 'sales' }],
])('reads %s', (text, parts) => {
  expect(readConninfo(text)).toMatchObject({ slug: 'postgre-sql', parts, problem: null });
});

it('names what has no field, what is a placeholder, and what Adobe cannot reach', () => {
  expect(readConninfo('host=db.example dbname=<db> sslmode=require')).toMatchObject({
    names: ['sslmode'],
    placeholders: ['database'],
  });
  expect(readConninfo('host=a.example,b.example dbname=sales')?.problem).toContain('several servers');
  expect(readConninfo('host=/var/run/postgresql dbname=sales')?.problem).toContain('socket');
});

it.each([
  'HOST=a PORT=1',
  'host=a user=b',
  "host=a dbname=b password='open",
  "host=a dbname=b password='p'q",
  'host=a; dbname=b x',
  'host=a dbname',
])('leaves %s to others', (text) => {
  expect(readConninfo(text)).toBeNull();
});
