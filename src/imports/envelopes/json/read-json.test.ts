import { describe, expect, test } from 'vitest';
import { readPastedText } from '../../read-pasted-text.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';

const organizationId = '0123456789ABCDEF01234567@AdobeOrg';
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';
const hdinsight = { host: 'c.azurehdinsight.net', port: '443', httpPath: '/hbasephoenix0', enableSsl: true };

describe('Postman environment', () => {
  const environment = (values: object[]): string =>
    JSON.stringify({ id: 'x', name: 'Platform', values, _postman_variable_scope: 'environment' });

  test('from Adobe: credentials are imported, the client secret is rejected, the rest is listed', () => {
    const text = environment([
      { key: 'CLIENT_SECRET', value: 'p8e-secret', type: 'secret', enabled: true },
      { key: 'API_KEY', value: ' key ', enabled: true },
      { key: 'SCOPES', value: 'openid', enabled: true },
      { key: 'ACCESS_TOKEN', value: `Bearer ${token}`, type: 'secret', enabled: true },
      { key: 'TECHNICAL_ACCOUNT_ID', value: '', enabled: true },
      { key: 'IMS', value: 'ims-na1.adobelogin.com', enabled: true },
      { key: 'IMS_ORG', value: organizationId, enabled: true },
      { key: 'SANDBOX_NAME', value: 'prod', enabled: true },
    ]);
    expect(readPastedText(text, phoenix)).toEqual({
      kind: 'postman-environment',
      label: 'Postman environment',
      found: { apiKey: 'key', organizationId, accessToken: token, sandbox: 'prod' },
      placeholders: [],
      unknownKeys: ['SCOPES', 'TECHNICAL_ACCOUNT_ID', 'IMS'],
      notes: [expect.stringContaining('AEP_CLIENT_SECRET')],
    });
  });

  test('disabled and empty values are absent', () => {
    const text = environment([
      { key: 'API_KEY', value: 'old', enabled: false },
      { key: 'API_KEY', value: 'new' },
      { key: 'ACCESS_TOKEN', value: '' },
      { key: 'CLIENT_SECRET', value: '' },
      { key: 'IMS_ORG', value: '{{ORG}}' },
    ]);
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'new' },
      placeholders: ['IMS_ORG'],
      notes: [],
    });
  });

  test('two values for one field: neither is imported, and a note says so', () => {
    const text = environment([
      { key: 'API_KEY', value: 'one' },
      { key: 'CLIENT_ID', value: 'two' },
    ]);
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: {},
      notes: [expect.stringMatching(/^API key was skipped/)],
    });
  });

  test('a name in the wrong format is not shown', () => {
    const text = environment([
      { key: 'API_KEY', value: 'key' },
      { key: 'p@ss word', value: 'x' },
    ]);
    expect(readPastedText(text, phoenix)).toMatchObject({ found: { apiKey: 'key' }, unknownKeys: [] });
  });

  test('cut off in the middle', () => {
    const text = environment([{ key: 'API_KEY', value: 'key' }]).slice(0, -5);
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'JSON',
      reason: expect.stringContaining('incomplete'),
    });
  });

  test('a collection is distinguished from an environment', () => {
    const text = JSON.stringify({
      info: { name: 'c' },
      item: [],
      variable: [{ key: 'API_KEY', value: 'x' }],
    });
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'Postman collection',
      found: { apiKey: 'x' },
      notes: [expect.stringContaining('not its requests')],
    });
    const empty = JSON.stringify({ info: { name: 'c' }, item: [] });
    expect(readPastedText(empty, phoenix)).toMatchObject({ kind: 'refused', label: 'Postman collection' });
  });
});

describe('Developer Console', () => {
  test('credential', () => {
    const text = JSON.stringify({
      CLIENT_SECRETS: ['p8e-secret'],
      CLIENT_ID: 'key',
      SCOPES: ['openid'],
      ORG_ID: organizationId,
      TECHNICAL_ACCOUNT_EMAIL: 'x@techacct.adobe.com',
    });
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'Developer Console credential',
      found: { apiKey: 'key', organizationId },
      unknownKeys: ['SCOPES', 'TECHNICAL_ACCOUNT_EMAIL'],
      notes: [expect.stringContaining('client secret')],
    });
  });

  const workspace = (credentials: object[]): string =>
    JSON.stringify({
      project: { org: { ims_org_id: organizationId }, workspace: { details: { credentials } } },
    });
  const serverToServer = (id: string): object => ({
    oauth_server_to_server: { client_id: id, client_secrets: ['s'], scopes: [] },
  });

  test('workspace: the server credential is found among others', () => {
    expect(
      readPastedText(workspace([{ jwt: { client_id: 'no' } }, serverToServer('key')]), phoenix),
    ).toMatchObject({
      label: 'Developer Console workspace',
      found: { apiKey: 'key', organizationId },
    });
  });

  test('workspace with two server credentials: neither is chosen', () => {
    const result = readPastedText(workspace([serverToServer('a'), serverToServer('b')]), phoenix);
    expect(result).toMatchObject({ found: { organizationId } });
    expect(result).not.toHaveProperty('found.apiKey');
  });

  test('the response of Adobe IMS is recognized by the name of the token', () => {
    const text = JSON.stringify({ access_token: token, token_type: 'bearer', expires_in: 86_399 });
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'JSON settings',
      found: { accessToken: token },
    });
  });
});

describe('connection of Flow Service', () => {
  const params = { ...hdinsight, port: 443, username: 'u', password: 'p' };
  const connection = { name: 'n', auth: { params }, sandboxName: 'dev', imsOrgId: organizationId };

  test('from a response: its password is never imported', () => {
    const result = readPastedText(JSON.stringify({ items: [{ ...connection, etag: '"x"' }] }), phoenix);
    expect(result).toMatchObject({
      label: 'Flow Service connection',
      notes: [expect.stringContaining('password')],
    });
    expect(result).toHaveProperty('found', {
      name: 'n',
      sandbox: 'dev',
      organizationId,
      params: { ...hdinsight, username: 'u' },
    });
  });

  test('a password that is not text is skipped', () => {
    const text = JSON.stringify({ auth: { params: { host: 'h.example', password: 123 } } });
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { params: { host: 'h.example' } },
      notes: [expect.stringContaining('password')],
    });
  });
});

describe('Azure Data Factory', () => {
  const linkedService = (password: unknown, type = 'Phoenix'): string =>
    JSON.stringify({
      name: 'PhoenixLinkedService',
      properties: {
        type,
        typeProperties: {
          ...hdinsight,
          enableSsl: 'true',
          authenticationType: 'WindowsAzureHDInsightService',
          username: { type: 'Expression', value: '@linkedService().user' },
          password,
        },
      },
    });

  test('with its password', () => {
    expect(readPastedText(linkedService({ type: 'SecureString', value: ' p ' }), phoenix)).toMatchObject({
      label: 'Azure Data Factory linked service',
      found: { name: 'PhoenixLinkedService', params: { ...hdinsight, password: ' p ' } },
      placeholders: ['username'],
      unknownKeys: ['authenticationType'],
    });
  });

  test('with the password in Key Vault', () => {
    const result = readPastedText(linkedService({ type: 'AzureKeyVaultSecret', secretName: 'x' }), phoenix);
    expect(result).toMatchObject({
      found: { params: hdinsight },
      notes: [expect.stringContaining('Key Vault')],
    });
  });

  test('of another type', () => {
    expect(readPastedText(linkedService('', 'Hive'), phoenix)).toMatchObject({ kind: 'refused' });
  });
});
