import { describe, expect, it } from 'vitest';
import { readForNamed, stringFields } from './read-for-source.ts';

const signIn = { user: 'u', password: 'c0ret' };
const account = { username: 'u', password: 'c0ret' };
const odbc = encodeURIComponent(
  'Driver={ODBC Driver 18};Server=tcp:h.example,1433;Database=d;Uid=u;Pwd=c0ret+',
).replaceAll('%20', '+');

describe('a URL that begins with the name of a database', () => {
  it.each([
    [
      'sql-server',
      'sqlserver://h.example:1433;databaseName=d;user=u',
      stringFields({ server: 'h.example,1433', database: 'd', user: 'u' }),
    ],
    [
      'sql-server',
      'sqlserver://u:c0ret@h.example:1433/d',
      stringFields({ server: 'h.example,1433', database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      'sqlserver://u:c0ret@h.example?database=d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      'sqlserver://u:c0ret@h.example/inst?database=d',
      stringFields({ server: String.raw`h.example\inst`, database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      'mssql://u:c0ret@h.example/d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      'mssql+pymssql://u:c0ret@h:1433/d',
      stringFields({ server: 'h,1433', database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      'mssql+pyodbc://u:c0ret@h/d?driver=ODBC+Driver+18',
      stringFields({ server: 'h', database: 'd', ...signIn }),
    ],
    [
      'sql-server',
      `mssql+pyodbc:///?odbc_connect=${odbc}`,
      stringFields({ server: 'tcp:h.example,1433', database: 'd', user: 'u', password: 'c0ret+' }),
    ],
    [
      'mysql',
      'mysql+pymysql://u:c0ret@h.example/d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'mysql',
      'mysql2://u:c0ret@h.example/d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'maria-db',
      'mariadb+mariadbconnector://u:c0ret@h.example/d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'oracle',
      'oracle+cx_oracle://u:c0ret@h.example:1521/ORCL',
      stringFields({ server: 'h.example', port: '1521', database: 'ORCL', ...signIn }),
    ],
    [
      'oracle',
      'oracle+oracledb://u:c0ret@h.example:1521?service_name=s',
      stringFields({ server: 'h.example', port: '1521', ...signIn }),
    ],
    [
      'teradata-vantage',
      'teradatasql://h.example/?user=u&password=c0ret',
      stringFields({ server: 'h.example', ...signIn }),
    ],
    [
      'greenplum',
      'greenplum://u:c0ret@h.example/d',
      stringFields({ server: 'h.example', database: 'd', ...signIn }),
    ],
    [
      'amazon-redshift',
      'redshift+redshift_connector://u:c0ret@h.example:5439/d',
      { server: 'h.example', port: '5439', database: 'd', ...account },
    ],
    [
      'ibm-db2',
      'db2+ibm_db://u:c0ret@h.example:50000/d',
      { server: 'h.example:50000', database: 'd', ...account },
    ],
    [
      'ibm-db2',
      'ibm_db_sa://u:c0ret@h.example:50000/d',
      { server: 'h.example:50000', database: 'd', ...account },
    ],
    ['hive', 'hive+https://u:c0ret@h.example:443/d', { host: 'h.example', ...account }],
    ['cassandra', 'cassandra://u:c0ret@h.example:9042/d', { host: 'h.example', port: '9042', ...account }],
    ['google-big-query', 'bigquery://sales-1/d', { project: 'sales-1' }],
    [
      'azure-databricks',
      'databricks://token:dapi1@adb-1.azuredatabricks.net?http_path=/sql&catalog=main',
      { domain: 'https://adb-1.azuredatabricks.net', accessToken: 'dapi1', catalog: 'main' },
    ],
    [
      'azure-data-explorer',
      'kustosql+https://c.kusto.windows.net/d?azure_ad_client_id=i&azure_ad_tenant_id=t',
      { endpoint: 'https://c.kusto.windows.net', database: 'd', tenant: 't', servicePrincipalId: 'i' },
    ],
    [
      'snowflake-streaming',
      'snowflake://u:c0ret@acme/D/PUBLIC?warehouse=W',
      { account: 'acme', database: 'D', schema: 'PUBLIC', warehouse: 'W', ...account },
    ],
  ])('goes to %s and fills it: %s', (slug, text, params) => {
    expect(readForNamed(slug, text)).toMatchObject({ label: 'Database URL', found: { params } });
    const first = slug === 'snowflake-streaming' ? 'snowflake' : slug;
    expect(readForNamed('phoenix', text)).toMatchObject({ kind: 'otherSource', sources: [{ slug: first }] });
  });

  it.each([
    [
      'sql-server',
      'sqlserver://u:c0ret@h.example/x',
      ['The path of the URL was skipped because it may be an instance or a database. Enter it.'],
      [],
    ],
    ['oracle', 'oracle://u:c0ret@h.example:1521/?service_name=s', [], ['service_name']],
    [
      'google-big-query',
      'bigquery://sales-1/d',
      ['The database of the URL has no field and was skipped.'],
      [],
    ],
    ['azure-databricks', 'databricks://token:dapi1@a.azuredatabricks.net?http_path=/sql', [], ['http_path']],
    [
      'azure-data-explorer',
      'kustosql+https://c.kusto.windows.net/d?azure_ad_client_secret=c0ret',
      [],
      ['azure_ad_client_secret'],
    ],
  ])('says for %s what it left out of %s', (slug, text, notes, unknownKeys) => {
    expect(readForNamed(slug, text)).toMatchObject({ notes, unknownKeys });
  });

  it.each([
    ['sql-server', 'mssql+pyodbc://u:c0ret@mydsn', 'the name of a data source'],
    ['oracle', 'oracle://u:c0ret@tnsname', 'the name of a data source'],
    ['google-big-query', 'bigquery://', 'no value for a field of Google BigQuery'],
    ['couchbase', 'couchbases://cb.example', 'Adobe documents this pattern: Server=cb.example; Port=<port>'],
    [
      'snowflake',
      'snowflake://u:c0ret@acme/D/PUBLIC',
      'jdbc:snowflake://acme.snowflakecomputing.com/?user=u&password=<password>&db=D&',
    ],
  ])('for %s that fills nothing says why: %s', (slug, text, reason) => {
    const result = readForNamed(slug, text);
    expect(result).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
    expect(JSON.stringify(result)).not.toContain('c0ret');
  });

  it.each([
    ['mysql', 'mongodb+srv://u:c0ret@h.example/d', 'mongodb+srv://'],
    ['phoenix', 'DATABASE_URL=mongodb+srv://u:c0ret@h.example/d', 'mongodb+srv://'],
    ['phoenix', 'spring:\n  datasource:\n    url: "clickhouse://u:c0ret@h.example/d"', 'clickhouse://'],
    ['mysql', 'clickhouse+native://u:c0ret@h.example/d', 'clickhouse+native://'],
    ['mysql', 'jdbc:trino://h.example:443/d', 'jdbc:trino:'],
    ['mysql', 'jdbc:h2:mem:c0ret', 'jdbc:h2:'],
  ])('of another database names its beginning: %s %s', (slug, text, scheme) => {
    const result = readForNamed(slug, text);
    expect(result).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(`URLs that start with ${scheme} cannot be imported.`),
    });
    expect(JSON.stringify(result)).not.toContain('c0ret');
  });

  it.each(['DB_PASSWORD=c0ret://x', 'password: c0ret://x'])(
    'never shows a password as the beginning of one: %s',
    (text) => {
      expect(JSON.stringify(readForNamed('mysql', text))).not.toContain('c0ret');
    },
  );
});

it.each(['psql -h h.example -U u d', 'psql "postgresql://u:c0ret@h.example/d"'])(
  'a command of another database is not one of Phoenix: %s',
  (text) => {
    expect(JSON.stringify(readForNamed('phoenix', text))).not.toContain('ZooKeeper');
  },
);
