import { describe, expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { readFor, stringFields } from './read-for-source.ts';
import { findCustomSpec, findNamedMethod } from './read-pasted.ts';

const secure = (value: string) => ({ type: 'SecureString', value });
const service = (type: string, typeProperties: object) =>
  JSON.stringify({ name: 'Sales', properties: { type, typeProperties } });
const parts = { server: 'db.example', port: 3306, database: 'sales', username: 'reader' };

describe('a linked service of Azure Data Factory', () => {
  it.each([
    ['Cassandra', 'cassandra'],
    ['MySql', 'mysql'],
    ['MariaDB', 'maria-db'],
    ['PostgreSqlV2', 'postgre-sql'],
    ['SqlServer', 'sql-server'],
    ['Oracle', 'oracle'],
    ['SnowflakeV2', 'snowflake'],
    ['AzureSqlDW', 'azure-synapse-analytics'],
    ['AzureSqlDatabase', 'sql-server'],
    ['AzureSqlMI', 'sql-server'],
    ['AmazonRdsForSqlServer', 'sql-server'],
    ['AmazonRdsForOracle', 'oracle'],
    ['AzureMySql', 'mysql'],
    ['AzureMariaDB', 'maria-db'],
    ['AzurePostgreSql', 'postgre-sql'],
  ])('of the type %s goes to %s', (type, slug) => {
    expect(readFor('phoenix', service(type, { host: 'h.example' }))).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug }],
    });
  });

  it('of a type without a source says which type it is', () => {
    expect(readFor('phoenix', service('AmazonS3', { accessKeyId: 'x' }))).toMatchObject({
      kind: 'refused',
      reason: 'This linked service is of the type AmazonS3, which has no source here. Paste one for Phoenix.',
    });
  });

  it('with a property for each value fills the params', () => {
    const text = service('Cassandra', {
      host: 'c.example',
      port: 9042,
      username: 'reader',
      password: secure('c0ret'),
      authenticationType: 'Basic',
    });
    expect(readFor('cassandra', text)).toMatchObject({
      found: {
        name: 'Sales',
        params: { host: 'c.example', port: '9042', username: 'reader', password: 'c0ret' },
      },
      unknownKeys: ['authenticationType'],
      notes: [],
    });
  });

  it('with a property for each value fills the fields of a connection string', () => {
    const text = service('MySql', { ...parts, password: secure('c0ret'), sslMode: 1 });
    expect(readFor('mysql', text)).toMatchObject({
      found: {
        params: stringFields({
          server: 'db.example',
          port: '3306',
          database: 'sales',
          user: 'reader',
          password: 'c0ret',
        }),
      },
      unknownKeys: ['sslMode'],
    });
  });

  it('with a connection string fills its fields, and says where the password is', () => {
    const text = service('MySql', {
      connectionString: 'Server=db.example;Port=3306;Database=sales;UID=reader;SslMode=Required',
      password: { type: 'AzureKeyVaultSecret', secretName: 'x' },
    });
    expect(readFor('mysql', text)).toMatchObject({
      found: {
        params: stringFields({ server: 'db.example', port: '3306', database: 'sales', user: 'reader' }),
      },
      unknownKeys: ['SslMode'],
      notes: ['The password is stored in Azure Key Vault, not in this text. Enter it.'],
    });
  });

  it('with a whole connection string for a source without fields fills it', () => {
    const whole = 'Host=db.example;Port=5432;Database=sales;UID=reader;Password=c0ret';
    expect(readFor('postgre-sql', service('PostgreSql', { connectionString: secure(whole) }))).toMatchObject({
      found: { params: { connectionString: whole } },
    });
  });

  it('with a connection string of Azure SQL fills its fields, and names every other setting', () => {
    const connectionString =
      'Data Source=tcp:s.example,1433;Initial Catalog=d;User ID=u;Password=c0ret;Encrypt=True;Connection Timeout=30';
    expect(readFor('sql-server', service('AzureSqlDatabase', { connectionString }))).toMatchObject({
      found: {
        params: stringFields({ server: 'tcp:s.example,1433', database: 'd', user: 'u', password: 'c0ret' }),
      },
      unknownKeys: ['Encrypt', 'Connection Timeout'],
      notes: [],
    });
  });

  const principal = { tenant: 't', servicePrincipalId: 'id' };
  it.each([
    {
      server: 's.sql.azuresynapse.net',
      database: 'd',
      ...principal,
      servicePrincipalCredential: secure('c0ret'),
    },
    {
      connectionString: 'Server=tcp:s.sql.azuresynapse.net,1433;Database=d',
      ...principal,
      servicePrincipalKey: secure('c0ret'),
    },
  ])('of Synapse with an application fills the method of applications: %j', (properties) => {
    const text = service('AzureSqlDW', properties);
    const synapse = builtInSources.find(({ slug }) => slug === 'azure-synapse-analytics');
    const method = synapse && findNamedMethod(text, chooseAuthMethod(synapse));
    expect(readFor('azure-synapse-analytics', text, method)).toMatchObject({
      found: {
        params: {
          server: 's.sql.azuresynapse.net',
          database: 'd',
          ...principal,
          servicePrincipalKey: 'c0ret',
        },
      },
      notes: [],
    });
  });

  it.each([
    ['sql-server', 'SqlServer', 'Windows', 'does not sign in with a user and a password of SQL Server'],
    [
      'sql-server',
      'AzureSqlMI',
      'SystemAssignedManagedIdentity',
      'does not sign in with a user and a password',
    ],
  ])('for %s, %s that signs in with %s says so', (slug, type, authenticationType, sentence) => {
    expect(readFor(slug, service(type, { server: 's', authenticationType }))).toMatchObject({
      notes: [expect.stringContaining(sentence)],
    });
  });

  it.each([
    ['h.example:1521/svc', { server: 'h.example', port: '1521' }, ['The service of the server was skipped']],
    ['h.example:1521:ORCL', { server: 'h.example', port: '1521', database: 'ORCL' }, []],
    ['h.example', { server: 'h.example' }, []],
    ['(DESCRIPTION=(ADDRESS=(HOST=h)))', {}, ['The server was skipped because it is not one host.']],
  ])('splits the server of Oracle, %s', (server, parts, sentences) => {
    expect(readFor('oracle', service('Oracle', { server, username: 'u' }))).toMatchObject({
      found: { params: stringFields({ ...parts, user: 'u' }) },
      notes: sentences.map((one): unknown => expect.stringContaining(one)),
    });
  });

  it.each([
    ['mysql', 'MySql', 'Server=<server>;Port=3306;Database=sales;UID=reader;PWD=<password>'],
    ['postgre-sql', 'PostgreSql', 'Server=<server>;Database=sales;UID=reader;Password=<password>'],
    ['mysql', 'MySql', "[parameters('connectionString')]"],
  ])('never fills template text, for %s', (slug, type, connectionString) => {
    const result = readFor(slug, service(type, { connectionString: secure(connectionString) }));
    expect(result).toMatchObject({ placeholders: expect.arrayContaining([expect.any(String)]) });
    expect(JSON.stringify(Object(result).found)).not.toMatch(/[<[]\w/);
  });
});

describe('a connection of Flow Service', () => {
  const body = (id: string) =>
    JSON.stringify({ name: 'n', auth: { params: { host: 'h' } }, connectionSpec: { id, version: '1.0' } });

  it('of a spec without a description says which spec it names, and what to do', () => {
    const id = '0b7a4e6c-9d1f-4c11-8f35-2f0d3c5b9a10';
    expect(readFor('phoenix', body(id))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(`the one with the connection spec ${id}. Enter your credentials`),
    });
  });

  const custom = '0b7a4e6c-9d1f-4c11-8f35-2f0d3c5b9a10';
  it.each([
    [body(custom), custom],
    [`curl https://x -d '${body(custom)}'`, custom],
    [JSON.stringify({ raw: body(custom) }), custom],
    [body('102706fb-a5cd-42ee-afe0-bc42f017ff43'), null],
    [body('c0ret'), null],
    [`${body(custom)} ${body(custom.replace('0b', '1b'))}`, null],
    [JSON.stringify({ id: custom }), null],
  ])('names the spec to look for: %s', (text, id) => {
    expect(findCustomSpec(text)).toBe(id);
  });

  it('shows no text in place of the ID of a spec', () => {
    const result = readFor('phoenix', body('c0ret'));
    expect(result).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('not the ID of a connection spec'),
    });
    expect(JSON.stringify(result)).not.toContain('c0ret');
  });
});
