import { describe, expect, test } from 'vitest';
import { type PastedShape, noClientSecret, readShape, toCase } from '../testing/pasted-shapes.ts';

const key = { apiKey: 'key' };
const server = { host: 'h.example', port: '443', httpPath: '/p', enableSsl: true };
const thin = 'jdbc:phoenix:thin:url=https://h.example:443/p';
const json = (value: unknown) => JSON.stringify(value);
const anonymous = 'The text signs in without a password. Adobe supports only username and password.';
const selfSigned =
  'The text allows self-signed certificates. Self-signed certificates are not supported by Adobe.';
const linkedService = (typeProperties: object, name: string = 'n') => ({
  type: 'Microsoft.DataFactory/factories/linkedservices',
  name,
  properties: { type: 'Phoenix', typeProperties },
});

const shapes: Readonly<Record<string, readonly PastedShape[]>> = {
  'a template of Azure': [
    [
      json({
        resources: [
          linkedService(
            {
              host: "[parameters('h')]",
              port: '443',
              username: 'admin',
              password: { type: 'SecureString', value: "[parameters('pw')]" },
            },
            "[concat(parameters('factoryName'), '/Sales')]",
          ),
        ],
      }),
      { name: 'Sales', params: { port: '443', username: 'admin' } },
      [],
      ['host', 'password'],
    ],
    [
      json({ resources: [{ type: 'x', resources: [linkedService({ host: 'h.example' })] }, { type: 'y' }] }),
      { name: 'n', params: { host: 'h.example' } },
      ['The other resources of the template were skipped.'],
    ],
    [
      json({ resources: [{ type: 'x' }] }),
      null,
      ['This template has no Phoenix linked service. Paste the one for Phoenix.'],
    ],
    [
      json(
        linkedService({
          host: "@concat('a', pipeline().x)",
          username: '@{linkedService().u}',
          password: '@Microsoft.KeyVault(SecretUri=https://v/s)',
          authenticationType: 'Anonymous',
          allowSelfSignedServerCert: true,
        }),
      ),
      { name: 'n' },
      [anonymous, selfSigned],
      ['authenticationType', 'allowSelfSignedServerCert', 'host', 'username', 'password'],
    ],
    [
      json({
        name: 'n',
        type: 'Microsoft.DataFactory/factories/linkedservices',
        properties: { additionalProperties: null, type: 'Phoenix', host: 'h.example', username: 'admin' },
      }),
      { name: 'n', params: { host: 'h.example', username: 'admin' } },
      [],
    ],
  ],
  'the properties of a linked service alone': [
    [
      json({ type: 'Phoenix', typeProperties: { host: 'h.example', authenticationType: 'Anonymous' } }),
      { params: { host: 'h.example' } },
      [anonymous],
      ['authenticationType'],
    ],
  ],
  'values that another program fills in': [
    [
      'phoenix:\n  host: h.example\n  password: !vault |\n    6238',
      { params: { host: 'h.example' } },
      [],
      ['password'],
    ],
    [
      'phoenix:\n  host: !Sub "x-${Y}"\n  username: !Ref User\n  port: 443',
      { params: { port: '443' } },
      [],
      ['host', 'username'],
    ],
    [
      'phoenix_host = "h.example"\nphoenix_password = var.password',
      { params: { host: 'h.example' } },
      [],
      ['phoenix_password'],
    ],
  ],
  'lines from within a file': [
    [
      '  - name: PHOENIX_HOST\n    value: h.example\n  - name: PHOENIX_PORT\n    value: "443"',
      { params: { host: 'h.example', port: '443' } },
      [],
    ],
    [
      json([
        { name: 'PHOENIX_HOST', value: 'h.example', slotSetting: false },
        { name: 'PHOENIX_PASSWORD', value: '@Microsoft.KeyVault(SecretUri=https://v/s)', slotSetting: false },
      ]),
      { params: { host: 'h.example' } },
      [],
      ['PHOENIX_PASSWORD'],
    ],
  ],
  'what command lines print': [
    [
      json({
        name: 'c',
        properties: {
          connectivityEndpoints: [
            { name: 'SSH', location: 'c-ssh.azurehdinsight.net', port: 22 },
            { name: 'HTTPS', location: 'c.azurehdinsight.net', port: 443 },
          ],
          clusterDefinition: { configurations: { gateway: { 'restAuthCredential.username': 'admin' } } },
        },
      }),
      {
        params: {
          host: 'c.azurehdinsight.net',
          port: '443',
          httpPath: '/hbasephoenix0',
          enableSsl: true,
          username: 'admin',
        },
      },
      ['Only the HTTPS endpoint and the gateway sign-in of the cluster were read.'],
    ],
    [
      json({ accessToken: 'a.b.c', tenant: 't', tokenType: 'Bearer' }),
      null,
      ['This is an access token of Azure. Paste an access token of Adobe.'],
    ],
    [
      json({
        connectors: [
          { name: 'phoenix-thick-jdbc', url: 'jdbc:phoenix:zk:2181' },
          { name: 'phoenix-thin-jdbc', configuration: { url: `${thin};serialization=PROTOBUF` } },
        ],
      }),
      { params: server },
      ['Only the thin-client URL was read.'],
      ['serialization'],
    ],
  ],
  'files of Adobe': [
    [
      '[Credential]\nims_org_id=o\nsandbox_name: prod\nclient_id = key\nclient_secret=s\nscopes=a, b',
      { apiKey: 'key', organizationId: 'o', sandbox: 'prod' },
      [noClientSecret],
      ['scopes'],
    ],
    [
      json({ org_id: 'o', client_id: 'key', tech_id: 't', secret: 's', 'sandbox-name': 'prod' }),
      { apiKey: 'key', organizationId: 'o', sandbox: 'prod' },
      [noClientSecret],
      ['tech_id'],
    ],
    [
      "{ ims: { contexts: { mine: { client_id: 'key', client_secrets: ['s'], ims_org_id: 'o', scopes: ['x'] } } } }",
      { apiKey: 'key', organizationId: 'o' },
      [noClientSecret],
      ['scopes'],
    ],
    [
      'AIO_ims_contexts_my__ctx_client__id=key\nAIO_IMS_CONTEXTS_X_IMS__ORG__ID=o',
      { apiKey: 'key', organizationId: 'o' },
      [],
    ],
    ['integration:\n  client_id: key\n  org_id: "{ORG}"\n', key, [], ['org_id']],
    [
      json({
        values: [
          { key: 'API_KEY', value: '' },
          { key: 'IMS_ORG', value: '' },
        ],
      }),
      null,
      [
        'All values of this Postman environment are empty. Postman exports only shared values, not current values. Copy the values into the shared column, and export again.',
      ],
    ],
    [
      json({
        info: {},
        item: [],
        variable: [
          { key: 'API_KEY', value: 'key' },
          { key: 'IMS_ORG', value: '{{org}}' },
        ],
      }),
      key,
      ['Only the variables of the collection were read, not its requests.'],
      ['IMS_ORG'],
    ],
    ['"client_id": "key",\n"org_id": "o"', { apiKey: 'key', organizationId: 'o' }, []],
    [
      '{\u201CCLIENT_ID\u201D: \u201Ckey\u201D}',
      null,
      ['This JSON has curly quotes (\u201C \u201D). Replace them with straight quotes.'],
    ],
    ["{'CLIENT_ID': 'key', }", key, []],
  ],
};

describe.each(Object.entries(shapes))('%s', (_, rows) => {
  test.each(rows.map(toCase))('$text', (shape) => {
    expect(readShape(shape.text)).toEqual(shape);
  });
});
