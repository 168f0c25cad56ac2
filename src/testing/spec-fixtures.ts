/**
 * Connection specs in the forms that Adobe's documents show. IDs, names, types, `required`, `format` and `pattern` are
 * facts. The descriptions are written for these tests.
 */

type Properties = Readonly<Record<string, unknown>>;

const text = (description: string, more: Properties = {}) => ({ type: 'string', description, ...more });
const password = (description: string, more: Properties = {}) =>
  text(description, { format: 'password', ...more });
const auth = (name: string, properties: Properties, required: readonly string[], more: Properties = {}) => ({
  name,
  spec: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties, required },
  ...more,
});
const inItems = (id: string, name: string, ...authSpec: readonly unknown[]) => ({
  items: [{ id, name, version: '1.0', authSpec }],
});
const byString = 'Connection String Based Authentication';

/** `required` names properties that do not exist. */
const amazonS3 = inItems(
  'ecadc60c-7455-4d87-84dc-2a0e293d997b',
  'amazon-s3',
  auth(
    'Access Key',
    { s3AccessKey: text('The key ID'), s3SecretKey: password('The key') },
    ['accessKeyId', 'secretAccessKey'],
    { type: 'Access Key Auth' },
  ),
);

/** The explore spec uses `if` and `else`, and permissions are lists. */
const azureFileStorage = {
  items: [
    {
      ...inItems(
        'be5ec48c-5b78-49d5-b8fa-7c89ec4569b8',
        'azure-file-storage',
        auth(
          'Basic Authentication',
          { host: text('The endpoint'), userid: text('The user'), password: password('The access key') },
          ['host', 'userid', 'password'],
          { type: 'basicAuthentication' },
        ),
      ).items[0],
      attributes: { category: 'Cloud Storage', isSource: true, isDraftModeSupported: true },
      exploreSpec: { requestSpec: { allOf: [{ if: { properties: {} }, else: { required: ['object'] } }] } },
      permissionsInfo: { view: [{ '@type': 'lowLevel', name: 'EnterpriseSource', permissions: ['read'] }] },
    },
  ],
};

/** `required` has another order than `properties`, and `settings` stand beside the schema. */
const dynamicsOnline = inItems(
  '38ad80fe-8b06-4938-94f4-d4ee80266b07',
  'dynamics-online',
  auth(
    'Basic Authentication for Dynamics-Online',
    { serviceUri: text('The URL'), username: text('The user'), password: password('Of the user') },
    ['username', 'password', 'serviceUri'],
    { settings: { authenticationType: 'Office365' } },
  ),
);

/** Not wrapped, two methods, a hidden property, a nested object, and angle brackets. */
const genericRest = {
  name: 'generic-rest-extension',
  version: '1.0',
  authSpec: [
    auth(
      'OAuth2 Refresh Code',
      {
        authorizationTestUrl: text('A URL such as https://<host>/me'),
        clientId: text('The client'),
        clientSecret: password('Of the client'),
        accessToken: password('A token'),
        refreshToken: password('A token'),
        expirationDate: text('The end of the token', { format: 'date', uiAttributes: { hidden: true } }),
        accessTokenUrl: text('A URL'),
        requestParameterOverride: {
          type: 'object',
          description: 'Other names',
          properties: {
            authenticationMethod: { type: 'string', enum: ['GET', 'POST'] },
            clientSecret: text('Another name of the field'),
          },
        },
      },
      ['host', 'accessToken'],
      { type: 'OAuth2RefreshCode' },
    ),
    auth(
      'Basic Authentication',
      { host: text('The path'), username: text('The user'), password: password('Of the user') },
      ['host', 'username', 'password'],
      { type: 'BasicAuthentication' },
    ),
  ],
};

/** Nothing to ask for. */
const genericStreaming = { name: 'generic-streaming', version: '1.0', authSpec: [], permissionsInfo: {} };

const bigQuery = inItems(
  '3c9b37f8-13a6-43d8-bad3-b863b941fedd',
  'google-big-query',
  auth(
    'Basic Authentication',
    {
      project: text('The project'),
      clientId: text('The client'),
      clientSecret: password('Of the client'),
      refreshToken: password('A token'),
    },
    ['project', 'clientId', 'clientSecret', 'refreshToken'],
  ),
);

const mariaDb = inItems(
  '3000eb99-cd47-43f3-827c-43caf170f015',
  'maria-db',
  auth(
    byString,
    {
      connectionString: password('One text', {
        pattern: '^(Server=)(.*)(;Port=)(.*)(;Database=)(.*)(;UID=)(.*)(;PWD=)(.*)',
      }),
    },
    ['connectionString'],
    { type: 'connectionStringAuth' },
  ),
);

/** Today's documented examples do not match the pattern. */
const mysql = inItems(
  '26d738e0-8963-47ea-aadf-c60de735468a',
  'mysql',
  auth(
    byString,
    {
      connectionString: password('One text', {
        pattern: '^([sS]erver=)(.*)( ?;[pP]ort=)(.*)(; ?[dD]atabase=)(.*)(; ?[uU]id=)(.*)(; ?[pP]wd=)(.*)(;)',
      }),
    },
    ['connectionString'],
  ),
);

/** The auth method has another name than today. */
const postgreSql = inItems(
  '74a1c565-4e59-48d7-9d67-7c03b8a13137',
  'postgre-sql',
  auth('Basic Authentication for PostgreSQL', { connectionString: password('One text') }, [
    'connectionString',
  ]),
);

const sqlServer = inItems(
  '1f372ff9-38a4-4492-96f5-b9a4e4bd00ec',
  'sql-server',
  auth(
    byString,
    {
      connectionString: password('One text', {
        pattern:
          '^(Data Source=)(.*)(;Initial Catalog=)(.*)(;Integrated Security=)(.*)(;User ID=)(.*)(;Password=)(.*)(;)',
        examples: ['Data Source=<server>\\<instance>;'],
      }),
    },
    ['connectionString'],
    { type: 'connectionString' },
  ),
);

export const specFixtures: Readonly<Record<string, unknown>> = {
  amazonS3,
  azureFileStorage,
  dynamicsOnline,
  genericRest,
  genericStreaming,
  bigQuery,
  mariaDb,
  mysql,
  postgreSql,
  sqlServer,
};
