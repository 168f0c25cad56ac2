import { expect, it } from 'vitest';
import { fillPattern } from './connection-pattern.ts';

const simple = 'Server=<server>;Port=<port>;Database=<database>;UID=<user>;PWD=<password>';
const azure =
  'Server=tcp:<server>.database.windows.net,1433;Database=<database>;User ID=<user>@<server>;Password=<password>';
const whole = { server: 'db.example', port: '1', database: 'sales', user: 'reader', password: 'c0ret' };

it.each([
  [simple, whole, 'Server=db.example;Port=1;Database=sales;UID=reader;PWD=<password>'],
  [simple, { user: 'reader' }, 'Server=<server>;Port=<port>;Database=<database>;UID=reader;PWD=<password>'],
  [
    simple,
    { server: '2001:db8::1', port: '1' },
    'Server=2001:db8::1;Port=1;Database=<database>;UID=<user>;PWD=<password>',
  ],
  [simple, { database: 'a;b', user: 'u:pw', port: 'x', server: 'a b' }, simple],
  [simple, { user: '$&' }, simple],
  [simple, { user: 'a$b$$' }, 'Server=<server>;Port=<port>;Database=<database>;UID=a$b$$;PWD=<password>'],
  [
    azure,
    { ...whole, server: 'dw.sql.azuresynapse.net', port: '1434' },
    'Server=tcp:dw.sql.azuresynapse.net,1434;Database=sales;User ID=reader@dw;Password=<password>',
  ],
  [
    azure,
    { server: 'dw.database.windows.net', user: 'reader@dw' },
    'Server=tcp:dw.database.windows.net,1433;Database=<database>;User ID=reader@dw;Password=<password>',
  ],
])('%s with %j', (pattern, parts, filled) => {
  expect(fillPattern(pattern, parts)).toBe(filled);
});
