import { describe, expect, it } from 'vitest';
import { buildConnectionString, readConnectionString } from './connection-string.ts';
import { exampleParams } from './example-params.ts';
import { findOverlay } from './find-overlay.ts';
import { paramsSchema } from './params-schema.ts';
import { remarks } from './remarks.ts';
import { isSecretParam } from './secrets.ts';
import { findEntry, sourceIndex } from './source-index.ts';
import { type Source, chooseAuthMethod, formParams } from './source.ts';

const sources = await Promise.all(
  sourceIndex.map(async (entry) => ({ entry, name: entry.name, description: await entry.load() })),
);
const withMethods = sources.flatMap(({ description }) =>
  description.authMethods.map(({ specName }) => ({
    title: `${description.name}, ${specName}`,
    source: chooseAuthMethod(description, specName),
  })),
);

it('has the 22 databases that Adobe documents, Phoenix first, each once', () => {
  expect(sourceIndex).toHaveLength(22);
  expect(sourceIndex[0]?.slug).toBe('phoenix');
  for (const key of ['slug', 'name', 'specId'] as const) {
    expect(new Set(sourceIndex.map((entry) => entry[key])).size).toBe(22);
  }
  expect(findEntry('26d738e0-8963-47ea-aadf-c60de735468a')?.slug).toBe('mysql');
  expect(findEntry('none')).toBeUndefined();
});

it.each(sources)('$name: its line has the values of its file', ({ entry, description }) => {
  const { slug, name, category, connectionSpec } = description;
  expect({ slug, name, category, specId: connectionSpec.id }).toEqual({
    slug: entry.slug,
    name: entry.name,
    category: entry.category,
    specId: entry.specId,
  });
  expect(connectionSpec.version).toBe('1.0');
  expect(description.remarks).toContain('utc');
  for (const remark of description.remarks) expect(remarks[remark].sentence).toMatch(/\.$/);
});

/** The auth methods and their params as Adobe documents them, in the order of the form. */
const documented: Readonly<Record<string, readonly string[]>> = {
  phoenix: ['Basic Authentication: host port httpPath username password enableSsl'],
  'amazon-redshift': ['Basic Authentication: server port username password database schema?'],
  cassandra: ['Basic Authentication: host port? username password'],
  hive: ['HDInsights Basic Authentication: host username password'],
  spark: ['HDInsights Basic Authentication: host username password'],
  'azure-data-explorer': [
    'Service Principal Based Authentication: endpoint database tenant servicePrincipalId servicePrincipalKey',
  ],
  'azure-databricks': ['Access Token Authentication: domain clusterId accessToken database catalog?'],
  'azure-synapse-analytics': [
    'Connection String Based Authentication: connectionString',
    'Service Principal Key Based Authentication: server database tenant servicePrincipalId servicePrincipalKey',
  ],
  'azure-table-storage': ['Connection String Based Authentication: connectionString'],
  couchbase: ['Connection String Based Authentication: connectionString'],
  'google-big-query': [
    'Basic Authentication: project clientId clientSecret refreshToken largeResultsDataSetId?',
  ],
  greenplum: ['Basic Authentication: connectionString'],
  vertica: ['Connection String Based Authentication: connectionString'],
  'ibm-db2': ['Basic Authentication: server database username password'],
  'maria-db': ['Connection String Based Authentication: connectionString'],
  'sql-server': ['Connection String Based Authentication: connectionString'],
  mysql: ['Connection String Based Authentication: connectionString'],
  oracle: [
    'ConnectionString: connectionString',
    'Basic Authentication: server port database username password schema sslMode',
  ],
  'postgre-sql': ['Connection String Based Authentication: connectionString'],
  snowflake: ['ConnectionString: connectionString'],
  'snowflake-streaming': [
    'Basic Authentication for Snowflake: account database warehouse username password schema? role?',
  ],
  'teradata-vantage': ['ConnectionString: connectionString'],
};

it('has the documented names of auth specs and params', () => {
  const described = sources.map(({ description: { slug, authMethods } }) => [
    slug,
    authMethods.map(({ specName, params }) => {
      const names = params.map(
        ({ name, isRequired, isAsked }) => `${name}${isRequired || isAsked === true ? '' : '?'}`,
      );
      return `${specName}: ${names.join(' ')}`;
    }),
  ]);
  expect(Object.fromEntries(described)).toEqual(documented);
});

describe.each(withMethods)('$title', ({ source }) => {
  it('accepts its examples, and hides each secret', () => {
    expect(paramsSchema(source).safeParse(exampleParams(source)).error).toBeUndefined();
    for (const param of source.authMethod.params) {
      const isNamedSecret = /password|secret|token|key|connectionString/i.test(param.name);
      expect(isSecretParam(param)).toBe(isNamedSecret);
    }
  });

  it('has words for each param, and one line of help', () => {
    for (const { label, help, guide } of source.authMethod.params) {
      expect(label).not.toBe('');
      expect(help.length).toBeGreaterThan(0);
      expect(help.length).toBeLessThanOrEqual(90);
      expect(guide.whereToFind).not.toBe('');
    }
  });

  it('ends an example without a period, and every other help with one', () => {
    for (const { help, control } of formParams(source.authMethod)) {
      // A choice may need no help.
      if (help === '' && control === 'choice') continue;
      expect(help).toMatch(/^For example\b/.test(help) ? /[^.]$/ : /\.$/);
    }
  });

  it('sees a param of several methods as a secret in all of them', () => {
    const all = source.authMethods.flatMap(({ params }) => params);
    for (const param of source.authMethod.params) {
      const kinds = all.filter(({ name }) => name === param.name).map(({ control }) => control);
      expect(new Set(kinds).size).toBe(1);
    }
  });

  it('proposes no name from a secret', () => {
    const params = Object.fromEntries(
      source.authMethod.params.map((param) => [
        param.name,
        isSecretParam(param) ? 'S3CRET' : 'sales.example',
      ]),
    );
    expect(source.proposeName(params)).not.toContain('S3CRET');
  });
});

it.each([
  ['mysql', 'Server=db.example;Port=1;Database=sales;UID=reader;PWD=hidden'],
  ['maria-db', 'Server=db.example;Port=1;Database=sales;UID=reader;PWD=hidden'],
  [
    'sql-server',
    'Data Source=db.example;Initial Catalog=sales;Integrated Security=False;User ID=reader;Password=hidden;',
  ],
  ['oracle', 'Host=db.example;Port=1;Sid=sales;UserId=reader;Password=hidden'],
  ['greenplum', 'HOST=db.example;PORT=1;DB=sales;UID=reader;PWD=hidden'],
  ['teradata-vantage', 'DBCName=db.example;Uid=reader;Pwd=hidden'],
])('%s builds its connection string from fields', (slug, text) => {
  const format = formatOf(sources.find(({ entry }) => entry.slug === slug)?.description ?? null);
  const parts = { server: 'db.example', port: '1', database: 'sales', user: 'reader', password: 'hidden' };
  expect(buildConnectionString(format, parts)).toBe(text);
  expect(readConnectionString(format, text).kind).toBe('parts');
});

function formatOf(description: Pick<Source, 'authMethods'> | null) {
  const params = description?.authMethods.flatMap((method) => method.params) ?? [];
  for (const param of params) {
    if (param.control === 'secret' && param.connectionString !== undefined)
      return param.connectionString.format;
  }
  throw new Error('The source has no connection string with parts.');
}

it.each([
  ['amazon-redshift', { server: 'sales.example.com' }, 'Redshift sales'],
  ['ibm-db2', { server: '10.0.0.7' }, 'DB2 10.0.0.7'],
  ['azure-data-explorer', { endpoint: 'https://mycluster.kusto.windows.net' }, 'Data Explorer mycluster'],
  ['amazon-redshift', { server: 'user:secret@host' }, ''],
  ['mysql', { connectionString: 'Server=db' }, ''],
])('%s: %j is named %j', (slug, params, name) => {
  const found = sources.find(({ entry }) => entry.slug === slug)?.description;
  expect(found?.proposeName(params)).toBe(name);
});

it('only Phoenix has an overlay', () => {
  expect(
    sources.filter(({ description }) => findOverlay(description) !== null).map(({ name }) => name),
  ).toEqual(['Apache Phoenix']);
});
