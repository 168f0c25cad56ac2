/** A value by the label of its field, with the key and the value that Flow Service gets (docs/flow-service.md). */
type Field = readonly [label: string, key: string, typed: string, sent?: unknown];

/** One auth method of a source as Adobe documents it. */
export interface DocumentedMethod {
  readonly link: string;
  /** The h1 of its step. */
  readonly heading: string;
  readonly specId: string;
  /** The label of the choice; null where the source has one method. */
  readonly method: string | null;
  readonly specName: string;
  readonly fields: readonly Field[];
  /** How a connection string is entered; null where there is no choice. */
  readonly entry: 'Fields' | 'Connection string' | null;
  /** The params that are sent. */
  readonly params: Readonly<Record<string, unknown>>;
}

const byText = 'Connection String Based Authentication';
const text: Field = ['Connection string', 'connectionString', 'Server=db.example;PWD= a "b" ;'];
const user: readonly Field[] = [
  ['Username', 'username', 'reader'],
  ['Password', 'password', ' pass word '],
];
const principal: readonly Field[] = [
  ['Tenant ID', 'tenant', 'tenant-1'],
  ['Service principal ID', 'servicePrincipalId', 'principal-1'],
  ['Service principal key', 'servicePrincipalKey', 'key-1'],
];

function one(
  link: string,
  specId: string,
  specName: string,
  fields: readonly Field[],
  {
    heading = link,
    method = null,
    ...others
  }: Partial<Pick<DocumentedMethod, 'heading' | 'method' | 'entry' | 'params'>> = {},
): DocumentedMethod {
  const params = Object.fromEntries(fields.map(([, key, typed, sent = typed]) => [key, sent]));
  return { link, heading, specId, method, specName, fields, entry: null, params, ...others };
}

/** A source with a connection string that can be entered as a text or as fields, which make up `built`. */
function both(
  link: string,
  specId: string,
  specName: string,
  built: string,
  options: { readonly heading?: string; readonly method?: string; readonly labels?: readonly string[] } = {},
): readonly DocumentedMethod[] {
  const { labels = ['Server', 'Port (optional)', 'Database', 'Username', 'Password'], ...others } = options;
  const parts = labels.map((label): Field => [label, '', typedParts[label] ?? '']);
  return [
    one(link, specId, specName, [text], { ...others, entry: 'Connection string' }),
    one(link, specId, specName, parts, { ...others, entry: 'Fields', params: { connectionString: built } }),
  ];
}

const typedParts: Readonly<Record<string, string>> = {
  Server: 'db.example',
  'Port (optional)': '4000',
  Database: 'sales',
  Username: 'reader',
  Password: 'p=ss word',
};

/** Every auth method of every source but Phoenix, which has its own tests. */
export const documentedMethods: readonly DocumentedMethod[] = [
  one(
    'Amazon Redshift',
    '3416976c-a9ca-4bba-901a-1f08f66978ff',
    'Basic Authentication',
    [
      ['Server', 'server', 'redshift.example'],
      ['Port', 'port', '5439', 5439],
      ...user,
      ['Database', 'database', 'sales'],
      ['Schema (optional)', 'schema', 'public'],
    ],
    { heading: 'Redshift' },
  ),
  one(
    'Apache Cassandra',
    'a8f4d393-1a6b-43f3-931f-91a16ed857f4',
    'Basic Authentication',
    [['Host', 'host', 'cassandra.example'], ['Port (optional)', 'port', '9042', '9042'], ...user],
    { heading: 'Cassandra' },
  ),
  one(
    'Apache Hive on HDInsights',
    'aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f',
    'HDInsights Basic Authentication',
    [['Host', 'host', 'hive.azurehdinsight.net'], ...user],
    { heading: 'Hive' },
  ),
  one(
    'Apache Spark on HDInsights',
    '6a8d82bc-1caf-45d1-908d-cadabc9d63a6',
    'HDInsights Basic Authentication',
    [['Host', 'host', 'spark.azurehdinsight.net'], ...user],
    { heading: 'Spark' },
  ),
  one(
    'Azure Data Explorer',
    '0479cc14-7651-4354-b233-7480606c2ac3',
    'Service Principal Based Authentication',
    [
      ['Endpoint', 'endpoint', 'https://c.kusto.windows.net'],
      ['Database', 'database', 'sales'],
      ...principal,
    ],
    { heading: 'Data Explorer' },
  ),
  one(
    'Azure Databricks',
    'e9d7ec6b-0873-4e57-ad21-b3a7c65e310b',
    'Access Token Authentication',
    [
      ['Domain', 'domain', 'https://adb-1.7.azuredatabricks.net'],
      ['Cluster ID', 'clusterId', '0123-456789-abcdefgh'],
      ['Personal access token', 'accessToken', 'dapi-1'],
      ['Database', 'database', 'default'],
      ['Catalog (optional)', 'catalog', 'main'],
    ],
    { heading: 'Databricks' },
  ),
  one('Azure Synapse Analytics', 'a49bcc7d-8038-43af-b1e4-5a7a089a7d79', byText, [text], {
    heading: 'Synapse',
    method: 'Connection string',
  }),
  one(
    'Azure Synapse Analytics',
    'a49bcc7d-8038-43af-b1e4-5a7a089a7d79',
    'Service Principal Key Based Authentication',
    [['Server', 'server', 'w.sql.azuresynapse.net'], ['Database', 'database', 'sales'], ...principal],
    { heading: 'Synapse', method: 'Service principal' },
  ),
  one('Azure Table Storage', 'ecde33f2-c56f-46cc-bdea-ad151c16cd69', byText, [text], {
    heading: 'Table Storage',
  }),
  one('Couchbase', '1fe283f6-9bec-11ea-bb37-0242ac130002', byText, [text]),
  one(
    'Google BigQuery',
    '3c9b37f8-13a6-43d8-bad3-b863b941fedd',
    'Basic Authentication',
    [
      ['Project', 'project', 'sales-1'],
      ['Client ID', 'clientId', 'client-1'],
      ['Client secret', 'clientSecret', 'secret-1'],
      ['Refresh token', 'refreshToken', 'refresh-1'],
      ['Dataset for large results (optional)', 'largeResultsDataSetId', 'large'],
    ],
    { heading: 'BigQuery' },
  ),
  ...both(
    'Greenplum',
    '37b6bf40-d318-4655-90be-5cd6f65d334b',
    'Basic Authentication',
    'HOST=db.example;PORT=4000;DB=sales;UID=reader;PWD=p=ss word',
  ),
  one('HP Vertica', 'a8b6a1a4-5735-42b4-952c-85dce0ac38b5', byText, [text], { heading: 'Vertica' }),
  one(
    'IBM DB2',
    '09182899-b429-40c9-a15a-bf3ddbc8ced7',
    'Basic Authentication',
    [['Server', 'server', 'db2.example:50000'], ['Database', 'database', 'SALES'], ...user],
    { heading: 'DB2' },
  ),
  ...both(
    'MariaDB',
    '3000eb99-cd47-43f3-827c-43caf170f015',
    byText,
    'Server=db.example;Port=4000;Database=sales;UID=reader;PWD=p=ss word',
  ),
  ...both(
    'Microsoft SQL Server',
    '1f372ff9-38a4-4492-96f5-b9a4e4bd00ec',
    byText,
    'Data Source=db.example;Initial Catalog=sales;Integrated Security=False;User ID=reader;Password=p=ss word;',
    { heading: 'SQL Server', labels: ['Server', 'Database', 'Username', 'Password'] },
  ),
  ...both(
    'MySQL',
    '26d738e0-8963-47ea-aadf-c60de735468a',
    byText,
    'Server=db.example;Port=4000;Database=sales;UID=reader;PWD=p=ss word',
  ),
  ...both(
    'Oracle',
    'd6b52d86-f0f8-475f-89d4-ce54c8527328',
    'ConnectionString',
    'Host=db.example;Port=4000;Sid=sales;UserId=reader;Password=p=ss word',
    { method: 'Connection string' },
  ),
  one(
    'Oracle',
    'd6b52d86-f0f8-475f-89d4-ce54c8527328',
    'Basic Authentication',
    [
      ['Server', 'server', 'oracle.example'],
      ['Port', 'port', '1521', '1521'],
      ['Database', 'database', 'ORCL'],
      ...user,
      ['Schema', 'schema', 'SALES'],
      ['SSL mode', 'sslMode', 'require'],
    ],
    { method: 'Basic authentication' },
  ),
  one('PostgreSQL', '74a1c565-4e59-48d7-9d67-7c03b8a13137', byText, [text]),
  one('Snowflake', 'b2e08744-4f1a-40ce-af30-7abac3e23cf3', 'ConnectionString', [text]),
  one('Snowflake Streaming', '51ae16c2-bdad-42fd-9fce-8d5dfddaf140', 'Basic Authentication for Snowflake', [
    ['Account', 'account', 'org-sales'],
    ['Database', 'database', 'SALES'],
    ['Warehouse', 'warehouse', 'AEP_WH'],
    ...user,
    ['Schema (optional)', 'schema', 'PUBLIC'],
    ['Role (optional)', 'role', 'READER'],
  ]),
  ...both(
    'Teradata Vantage',
    '2fa8af9c-2d1a-43ea-a253-f00a00c74412',
    'ConnectionString',
    'DBCName=db.example;Uid=reader;Pwd=p=ss word',
    { heading: 'Teradata', labels: ['Server', 'Username', 'Password'] },
  ),
];
