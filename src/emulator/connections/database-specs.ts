/**
 * The connection specs of databases other than Phoenix, written by hand and not generated from the form, so that a
 * test can compare the two. Documented are IDs, names of auth specs, and params
 * (docs/flow-service.md#connection-specs). Which params are required, and most names of specs, are inferred.
 */

interface Property {
  readonly type: 'string' | 'integer';
  readonly format?: 'password';
}

const text: Property = { type: 'string' };
const whole: Property = { type: 'integer' };
const secret: Property = { type: 'string', format: 'password' };

const signIn = { username: text, password: secret };
const servicePrincipal = { tenant: text, servicePrincipalId: text, servicePrincipalKey: secret };
const byString = auth('Connection String Based Authentication', { connectionString: secret });

export const databaseSpecs = [
  spec('3416976c-a9ca-4bba-901a-1f08f66978ff', 'amazon-redshift', [
    auth('Basic Authentication', { server: text, port: whole, ...signIn, database: text, schema: text }, [
      'schema',
    ]),
  ]),
  spec('a8f4d393-1a6b-43f3-931f-91a16ed857f4', 'cassandra', [
    // The sample of the tutorial has the port in quotes.
    auth('Basic Authentication', { host: text, port: text, ...signIn }, ['port']),
  ]),
  spec('aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f', 'hive', [
    auth('HDInsights Basic Authentication', { host: text, ...signIn }),
  ]),
  spec('6a8d82bc-1caf-45d1-908d-cadabc9d63a6', 'spark', [
    auth('HDInsights Basic Authentication', { host: text, ...signIn }),
  ]),
  spec('0479cc14-7651-4354-b233-7480606c2ac3', 'azure-data-explorer', [
    auth('Service Principal Based Authentication', { endpoint: text, database: text, ...servicePrincipal }),
  ]),
  spec('e9d7ec6b-0873-4e57-ad21-b3a7c65e310b', 'azure-databricks', [
    auth(
      'Access Token Authentication',
      { domain: text, clusterId: text, accessToken: secret, database: text, catalog: text },
      ['catalog'],
    ),
  ]),
  spec('a49bcc7d-8038-43af-b1e4-5a7a089a7d79', 'azure-synapse-analytics', [
    byString,
    auth('Service Principal Key Based Authentication', { server: text, database: text, ...servicePrincipal }),
  ]),
  spec('ecde33f2-c56f-46cc-bdea-ad151c16cd69', 'azure-table-storage', [byString]),
  spec('1fe283f6-9bec-11ea-bb37-0242ac130002', 'couchbase', [byString]),
  spec('3c9b37f8-13a6-43d8-bad3-b863b941fedd', 'google-big-query', [
    auth(
      'Basic Authentication',
      {
        project: text,
        clientId: text,
        clientSecret: secret,
        refreshToken: secret,
        largeResultsDataSetId: text,
      },
      ['largeResultsDataSetId'],
    ),
  ]),
  spec('37b6bf40-d318-4655-90be-5cd6f65d334b', 'greenplum', [
    auth('Basic Authentication', { connectionString: secret }),
  ]),
  spec('a8b6a1a4-5735-42b4-952c-85dce0ac38b5', 'vertica', [byString]),
  spec('09182899-b429-40c9-a15a-bf3ddbc8ced7', 'ibm-db2', [
    auth('Basic Authentication', { server: text, database: text, ...signIn }),
  ]),
  spec('3000eb99-cd47-43f3-827c-43caf170f015', 'maria-db', [byString]),
  spec('1f372ff9-38a4-4492-96f5-b9a4e4bd00ec', 'sql-server', [byString]),
  spec('26d738e0-8963-47ea-aadf-c60de735468a', 'mysql', [byString]),
  spec('d6b52d86-f0f8-475f-89d4-ce54c8527328', 'oracle', [
    auth('ConnectionString', { connectionString: secret }),
    auth('Basic Authentication', {
      server: text,
      port: text,
      database: text,
      ...signIn,
      schema: text,
      sslMode: text,
    }),
  ]),
  spec('74a1c565-4e59-48d7-9d67-7c03b8a13137', 'postgre-sql', [byString]),
  spec('b2e08744-4f1a-40ce-af30-7abac3e23cf3', 'snowflake', [
    auth('ConnectionString', { connectionString: secret }),
  ]),
  spec('51ae16c2-bdad-42fd-9fce-8d5dfddaf140', 'snowflake-streaming', [
    auth(
      'Basic Authentication for Snowflake',
      { account: text, database: text, warehouse: text, ...signIn, schema: text, role: text },
      ['schema', 'role'],
    ),
  ]),
  spec('2fa8af9c-2d1a-43ea-a253-f00a00c74412', 'teradata-vantage', [
    auth('ConnectionString', { connectionString: secret }),
  ]),
];

function auth(
  name: string,
  properties: Readonly<Record<string, Property>>,
  optional: readonly string[] = [],
) {
  return {
    name,
    spec: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties,
      required: Object.keys(properties).filter((param) => !optional.includes(param)),
    },
  };
}

function spec(id: string, name: string, authSpec: readonly ReturnType<typeof auth>[]) {
  return {
    id,
    name,
    version: '1.0',
    providerId: '0ed90a81-07f4-4586-8190-b40eccef1c5a',
    authSpec,
    sourceSpec: { name: 'Database', type: 'Database' },
    exploreSpec: { name: 'Tabular', type: 'Tabular' },
    attributes: { category: 'Databases', isSource: true },
  };
}
