import { expect, it } from 'vitest';
import { mysql } from './catalog/mysql.ts';
import { oracle } from './catalog/oracle.ts';
import { postgresql } from './catalog/postgresql.ts';
import { redshift } from './catalog/redshift.ts';
import { snowflake } from './catalog/snowflake.ts';
import { fillFromUrl } from './jdbc-params.ts';
import { readJdbcUrl } from './jdbc-url.ts';

const all = { server: 'db.example', port: '1', database: 'sales', user: 'reader', password: 'p;w&d' };
const { user: _, password: __, ...location } = all;

it.each([
  ['jdbc:mysql://db.example:1/sales?user=reader&password=p%3Bw%26d', 'mysql', all],
  ['JDBC:MySQL://db.example:1/sales', 'mysql', location],
  ['jdbc:postgresql://db.example/sales?ssl=true', 'postgre-sql', { server: 'db.example', database: 'sales' }],
  [
    'jdbc:sqlserver://db.example:1;databaseName=sales;user=reader;password=pw',
    'sql-server',
    { ...all, password: 'pw' },
  ],
  // A service of Oracle is not always a SID.
  ['jdbc:oracle:thin:@//db.example:1/sales', 'oracle', { server: 'db.example', port: '1' }],
  ['jdbc:oracle:thin:@db.example:1:sales', 'oracle', location],
  ['jdbc:db2://db.example:1/sales:user=reader;password=pw;', 'ibm-db2', { ...all, password: 'pw' }],
  [
    'jdbc:teradata://db.example/DATABASE=sales,USER=reader',
    'teradata-vantage',
    { server: 'db.example', database: 'sales', user: 'reader' },
  ],
  ['jdbc:mysql://db.example/sales?password=%zz', 'mysql', { server: 'db.example', database: 'sales' }],
])('%s is of %s', (url, slug, parts) => {
  expect(readJdbcUrl(url)).toEqual({ slug, parts });
});

it.each(['', 'jdbc:unknown://db', 'see jdbc:mysql://db', 'jdbc:mysql://db and more'])(
  '%j is no JDBC URL of a known driver',
  (text) => {
    expect(readJdbcUrl(text)).toBeNull();
  },
);

it.each([
  [
    'jdbc:mysql://db:1/sales?user=u&password=p',
    mysql.authMethods[0],
    {
      'connectionString:server': 'db',
      'connectionString:port': '1',
      'connectionString:database': 'sales',
      'connectionString:user': 'u',
      'connectionString:password': 'p',
    },
  ],
  [
    'jdbc:mysql://db:1/sales',
    mysql.authMethods[0],
    {
      'connectionString:server': 'db',
      'connectionString:port': '1',
      'connectionString:database': 'sales',
    },
  ],
  ['jdbc:mysql://db:1/sales?user=u&password=p%3Bx', mysql.authMethods[0], {}],
  [
    'jdbc:redshift://db:1/sales?user=u',
    redshift.authMethods[0],
    { server: 'db', port: '1', database: 'sales', username: 'u' },
  ],
  [
    'jdbc:oracle:thin:@db:1:sales',
    oracle.authMethods[0],
    {
      'connectionString:server': 'db',
      'connectionString:port': '1',
      'connectionString:database': 'sales',
    },
  ],
  ['jdbc:postgresql://db:1/sales?user=u&password=p', postgresql.authMethods[0], {}],
  [
    'jdbc:snowflake://a.snowflakecomputing.com/?user=u',
    snowflake.authMethods[0],
    { connectionString: 'jdbc:snowflake://a.snowflakecomputing.com/?user=u' },
  ],
])('%s fills what the source asks for', (url, method, params) => {
  const read = readJdbcUrl(url);
  expect(read && fillFromUrl(method, url, read).params).toEqual(params);
});
