import { expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { toCurl, toJsonText } from '../../flow-service/to-curl.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import {
  createRequest,
  sourceConnectionRequest,
  sourceConnectionWithoutTable,
  tableRequest,
  tablesRequest,
} from './next-requests.ts';

async function open(description?: string) {
  const { client } = createEmulatorFixture();
  const { description: _, ...request } = phoenixRequest({ password: 'tell nobody' });
  const { id } = await client.createConnection('prod', { ...request, ...(description && { description }) });
  const connection = await client.getConnection('prod', id);
  const table = await client.exploreTable('prod', id, 'RETAIL.ORDERS');
  const gateway = 'https://platform.adobe.io/data/foundation';
  return { request, table, scope: { gateway, sandbox: 'prod', connection } };
}

it('every request contains the ID, and reads the credentials from the shell', async () => {
  const { scope, table } = await open();
  const commands = [
    tablesRequest(scope),
    tableRequest(scope, 'RETAIL.ORDERS'),
    sourceConnectionRequest(scope, 'RETAIL.ORDERS', table),
  ].map((template) => toCurl(template));
  for (const command of commands) {
    expect(command).toContain(scope.connection.id);
    expect(command).toContain('-H "Authorization: Bearer $ACCESS_TOKEN"');
    expect(command).toContain('-H "x-api-key: $API_KEY"');
    expect(command).toContain('-H "x-gw-ims-org-id: $IMS_ORG"');
    expect(command).toContain("-H 'x-sandbox-name: prod'");
  }
});

it('a table is addressed by its path, percent-encoded', async () => {
  const { scope } = await open();
  expect(toCurl(tableRequest(scope, 'A."b/c"'))).toContain('object=A.%22b%2Fc%22&preview=true');
});

it.each([undefined, 'For the summer'])(
  'the create request matches the one that created the connection (%s)',
  async (description) => {
    const { scope, request } = await open(description);
    const body: unknown = JSON.parse(toJsonText(createRequest(scope, phoenix)));
    const { params } = request.auth;
    expect(body).toEqual({
      ...request,
      ...(description !== undefined && { description }),
      auth: { ...request.auth, params: { ...params, password: '$PHOENIX_PASSWORD' } },
    });
  },
);

it.each([
  [{ kind: 'files', params: [] }, { format: 'delimited' }, { path: '/folder/file.csv', type: 'file' }],
  [{ kind: 'other', params: ['listId'] }, { format: 'json' }, { listId: '{LISTID}' }],
] as const)('a source without tables has its own source connection: %j', async (kind, data, params) => {
  const { scope } = await open();
  const { id, name, connectionSpec } = scope.connection;
  expect(JSON.parse(toJsonText(sourceConnectionWithoutTable(scope, kind)))).toEqual({
    name: expect.stringContaining(name),
    baseConnectionId: id,
    data,
    params,
    connectionSpec,
  });
});
