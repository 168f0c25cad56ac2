import { expect, it } from 'vitest';
import { readServer } from './read-server.ts';

it.each([
  ['db.example', 'db.example', null],
  [' db.example:50000 ', 'db.example', 50_000],
  ['db.example,1433', 'db.example', 1433],
  ['tcp:db.example,1433', 'db.example', 1433],
  ['https://c.westeurope.kusto.windows.net/', 'c.westeurope.kusto.windows.net', 443],
  ['https://db.example:8443/path?x=1', 'db.example', 8443],
  ['::1', '::1', null],
  ['[::1]:5432', '::1', 5432],
  ['Server=db.example;Port=3306;UID=reader;PWD=a=b', 'db.example', 3306],
  ['Server=db.example;Database=sales', 'db.example', null],
  ['Data Source=tcp:db.example,1433;Initial Catalog=sales;', 'db.example', 1433],
  ['Server="db.example"; Port=8093;AuthMech=1', 'db.example', 8093],
  ['DBCName=db.example;Uid=reader', 'db.example', null],
  ['DefaultEndpointsProtocol=https;AccountName=sales;AccountKey=a==', 'sales.table.core.windows.net', 443],
  ['AccountName=sales;EndpointSuffix=core.chinacloudapi.cn', 'sales.table.core.chinacloudapi.cn', 443],
  ['jdbc:snowflake://org-a.snowflakecomputing.com/?user=u&password=p', 'org-a.snowflakecomputing.com', null],
  ['jdbc:mysql://db.example:3306/sales', 'db.example', 3306],
])('%s leads to %s, port %s', (text, host, port) => {
  expect(readServer(text)).toEqual({ host, port });
});

it.each([
  '',
  'db\\SALES',
  'Server=db\\SALES;Database=sales',
  'UID=reader;PWD=hidden',
  'user:secret@db.example',
  'a b',
  'db.example:0',
  'db.example:99999',
  'Server=db.example;Port=abc',
])('%j names no server', (text) => {
  expect(readServer(text)).toBeNull();
});
