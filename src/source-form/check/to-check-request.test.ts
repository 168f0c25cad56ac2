import { expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../../sources/source.ts';

import { type Hop, notChecked } from './check-state.ts';
import { findFix } from './find-fix.ts';
import { checkedFields, toCheckRequest } from './to-check-request.ts';

const answers = {
  host: ' mycluster.azurehdinsight.net ',
  port: '443',
  httpPath: '/hbasephoenix0',
  username: ' admin ',
  password: ' with spaces ',
  enableSsl: true,
};
const request = {
  protocol: 'phoenix',
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  path: '/hbasephoenix0',
  isEncrypted: true,
  credentials: { username: 'admin', password: ' with spaces ' },
};

it('maps the answers of a form, and alters no password', () => {
  expect(toCheckRequest(phoenix, answers)).toEqual(request);
});

it('maps a stored connection, whose password is unknown', () => {
  expect(toCheckRequest(phoenix, { ...answers, port: 443, enableSsl: 'true', password: undefined })).toEqual({
    ...request,
    credentials: null,
  });
  expect(toCheckRequest(phoenix, { host: 'db.example', port: 8765 })).toEqual({
    protocol: 'phoenix',
    host: 'db.example',
    port: 8765,
    path: '/',
    isEncrypted: null,
    credentials: null,
  });
});

it.each([{ host: '' }, { host: null }, { port: '' }, { port: 'abc' }, { port: 70_000 }, { port: 0 }])(
  'no check without a usable host and port: %j',
  (change) => {
    expect(toCheckRequest(phoenix, { ...answers, ...change })).toBeNull();
  },
);

it('a source without an endpoint is not checked', () => {
  expect(toCheckRequest({ endpoint: null }, answers)).toBeNull();
  expect(checkedFields({ ...phoenix, endpoint: null })).toEqual([]);
});

it('leaves out what a source has no param for', () => {
  const none = { path: null, encryption: null, username: null, password: null };
  const endpoint = { protocol: 'none', host: 'host', port: 'port', ...none } as const;
  expect(toCheckRequest({ endpoint }, answers)).toEqual({
    ...request,
    protocol: 'none',
    path: '/',
    isEncrypted: null,
    credentials: null,
  });
});

it('name and description are not needed', () => {
  expect(checkedFields(phoenix).map(({ field }) => field)).toEqual([
    'params.host',
    'params.port',
    'params.httpPath',
    'params.username',
    'params.password',
    'params.enableSsl',
  ]);
});

const failed = (reason: Hop['reason'], names: string[] = []): Hop => ({
  ...notChecked.hops.network,
  state: 'failed',
  reason,
  facts: { certificate: { subject: '', issuer: '', names, daysLeft: 5 }, httpsPort: 8443 },
});

it.each([
  ['portEncrypted', [], { label: 'Turn on SSL', params: { enableSsl: true } }],
  ['portNotEncrypted', [], { label: 'Turn off SSL', params: { enableSsl: false } }],
  ['redirectedToHttps', [], { label: 'Use SSL and port 8443', params: { enableSsl: true, port: '8443' } }],
  [
    'certificateForOtherName',
    ['*.other.example', '10.0.0.4', 'db.other.example', 'next.example'],
    { label: 'Use db.other.example', params: { host: 'db.other.example' } },
  ],
  ['certificateForOtherName', ['*.other.example', '<b>', 'localhost'], null],
  ['connectTimedOut', [], { label: 'Use port 443', params: { port: '443' } }],
  ['pathNotFound', [], { label: 'Use /hbasephoenix0', params: { httpPath: '/hbasephoenix0' } }],
  ['credentialsRefused', [], null],
] as const)('the fix for %s with names %j', (reason, names, fix) => {
  const params = { ...answers, port: '8765', httpPath: '/' };
  expect(findFix(phoenix, failed(reason, [...names]), params)).toEqual(fix);
});

it('no fix changes what is already so, or what belongs to another installation', () => {
  expect(findFix(phoenix, failed('connectTimedOut'), answers)).toBeNull();
  expect(findFix(phoenix, failed('pathNotFound'), answers)).toBeNull();
  expect(
    findFix(phoenix, failed('pathNotFound'), { ...answers, host: 'db.example', httpPath: '/' }),
  ).toBeNull();
});

it('a setting for SSL that is a choice or a text is not changed for the user', () => {
  const { endpoint } = phoenix;
  const source = { ...phoenix, endpoint: endpoint && { ...endpoint, encryption: 'username' } };
  expect(findFix(source, failed('portEncrypted'), answers)).toBeNull();
});

const servers: Readonly<Record<string, readonly [host: string, port: number, isEncrypted: true | null]>> = {
  'amazon-redshift': ['sales.abc123.us-east-1.redshift.amazonaws.com', 5439, null],
  cassandra: ['cassandra.example.com', 9042, null],
  hive: ['mycluster.azurehdinsight.net', 443, true],
  spark: ['mycluster.azurehdinsight.net', 443, true],
  'azure-data-explorer': ['mycluster.westeurope.kusto.windows.net', 443, true],
  'azure-databricks': ['adb-1234567890123456.7.azuredatabricks.net', 443, true],
  'ibm-db2': ['db2.example.com', 50_000, null],
  'snowflake-streaming': ['myorg-sales.snowflakecomputing.com', 443, true],
  'azure-table-storage': ['sales.table.core.windows.net', 443, true],
  couchbase: ['db.example', 8093, null],
  vertica: ['db.example', 5433, null],
  'postgre-sql': ['db.example', 5432, null],
  snowflake: ['org.snowflakecomputing.com', 443, true],
};
const texts: Readonly<Record<string, string>> = {
  'azure-table-storage': 'DefaultEndpointsProtocol=https;AccountName=sales;AccountKey=a2V5',
  couchbase: 'Server=db.example; Port=8093;AuthMech=1;',
  snowflake: 'jdbc:snowflake://org.snowflakecomputing.com/?user=u&password=p',
};

it.each(Object.entries(servers))('%s is reached at the server of its values', (slug, expected) => {
  const source = chooseAuthMethod(builtInSources.find((one) => one.slug === slug) ?? phoenix);
  const params = { ...exampleParams(source) };
  if (params['connectionString'] !== undefined)
    params['connectionString'] = texts[slug] ?? 'Server=db.example;Database=sales';
  const [host, port, isEncrypted] = expected;
  expect(toCheckRequest(source, params)).toEqual({
    protocol: 'none',
    host,
    port,
    path: '/',
    isEncrypted,
    credentials: null,
  });
});

it('every documented auth method says how its databases are reached, or has no server', () => {
  const without = builtInSources.flatMap((source) =>
    source.authMethods
      .map(({ specName }) => chooseAuthMethod(source, specName))
      .filter(({ endpoint }) => endpoint === null)
      .map(({ slug }) => slug),
  );
  expect(without).toEqual(['google-big-query']);
});

it.each([
  ['mysql', 3306],
  ['maria-db', 3306],
  ['sql-server', 1433],
  ['oracle', 1521],
  ['greenplum', 5432],
  ['teradata-vantage', 1025],
])('%s is checked by its fields or by its text, whichever is shown', (slug, usualPort) => {
  const source = chooseAuthMethod(builtInSources.find((one) => one.slug === slug) ?? phoenix);
  const shown = {
    'connectionString:server': 'fields.example',
    connectionString: 'Server=text.example;Port=7',
  };
  expect(toCheckRequest(source, shown)).toMatchObject({ host: 'fields.example', port: usualPort });
  expect(toCheckRequest(source, { ...shown, 'connectionString:entry': 'text' })).toMatchObject({
    host: 'text.example',
    port: 7,
    credentials: null,
  });
  expect(toCheckRequest(source, { connectionString: 'Server=text.example' })).toMatchObject({
    port: usualPort,
  });
  expect(toCheckRequest(source, { 'connectionString:server': '' })).toBeNull();
});

it('the fields of a check without a protocol are those of the server', () => {
  const source = chooseAuthMethod(builtInSources.find(({ slug }) => slug === 'mysql') ?? phoenix);
  expect(checkedFields(source).map(({ param }) => param)).toEqual([
    'connectionString:entry',
    'connectionString:server',
    'connectionString:port',
    'connectionString',
  ]);
});
