import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionReceipt } from '../flow-service/schemas/connection.ts';
import { readErrorBody } from '../flow-service/schemas/error-body.ts';
import { demoCredentials } from '../flow-service/schemas/environment.ts';
import { phoenixRequest } from '../testing/emulator-fixture.ts';
import type { GatewayCode, ProblemCode } from '../emulator/refusal.ts';
import { closedPolicy } from '../testing/closed-policy.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

/** A request that must fail. Properties that are not set are those of a valid `GET /connections`. */
interface Provocation {
  readonly method?: string;
  /** Below `/data/foundation/flowservice`. `{id}` is a connection to the host. */
  readonly path?: string;
  readonly host?: string;
  /** null removes a header. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
}

const list = (query: string): Provocation => ({ path: `/connections?${query}` });
const create = (body: unknown): Provocation => ({ method: 'POST', path: '/connections', body });
const createAt = (host: string) => create(phoenixRequest({ host }));
const explore = (query: string): Provocation => ({ path: `/connections/{id}/explore?${query}` });
const patch = (operation: unknown): Provocation => ({
  method: 'PATCH',
  path: '/connections/{id}',
  body: [operation],
});
const withHeaders = (headers: Record<string, string | null>): Provocation => ({ headers });
const spec = phoenixRequest().connectionSpec;
const newName = { op: 'replace', path: '/name', value: 'New' };

/**
 * Every code that the service can return, with the meaning that the documents give it. A missing code is a type
 * error.
 */
const provocations: Readonly<Record<GatewayCode | ProblemCode, Provocation>> = {
  // TRB
  403010: withHeaders({ Authorization: null }),
  401013: withHeaders({ Authorization: 'Bearer opaque' }),
  403000: withHeaders({ 'x-api-key': null }),
  403003: withHeaders({ 'x-api-key': 'another' }),
  400003: withHeaders({ 'x-gw-ims-org-id': null }),
  403025: withHeaders({ 'x-gw-ims-org-id': '000000000000000000000000@AdobeOrg' }),
  403027: withHeaders({ 'x-gw-ims-org-id': 'malformed' }),
  429050: createAt('rate-limited.example'),
  // ERR-F
  '1100-400': createAt('wrong-password.example'),
  '1103-503': createAt('unavailable.example'),
  '1104-504': createAt('timeout.example'),
  '1400-500': createAt('server-error.example'),
  '1401-400': list('limit=1&count=true'),
  '1403-400': { ...patch(newName), headers: { 'If-Match': null } },
  '1404-412': { ...patch(newName), headers: { 'If-Match': '"stale"' } },
  '1405-400': create(''),
  '1413-400': create(phoenixRequest({}, { connectionSpec: { ...spec, id: 'unknown' } })),
  '1414-400': patch({ op: 'replace', path: '/connectionSpec', value: spec }),
  '1415-400': create(phoenixRequest({}, { auth: { ...phoenixRequest().auth, specName: 'Basic' } })),
  '1418-400': { method: 'DELETE', path: '/connections/{id}', host: 'in-use.example' },
  '1423-400': list('property=colour==red'),
  '1432-400': list('orderby=--name'),
  '1433-400': list('orderby=colour'),
  '1434-400': patch({ op: 'move', from: '/name', path: '/description' }),
  '1439-404': { path: '/connections/unknown' },
  '1440-400': list('property=name!=x'),
  '1443-400': list('property=createdAt>1,2'),
  '1448-400': list('property=name>x'),
  '1450-400': list('property===x'),
  '1451-400': list('colour=red'),
  '1452-400': list('limit=0'),
  '1453-400': list('property=name=='),
  '1455-400': patch({ op: 'remove', path: '/name' }),
  '1456-400': list('property=state==happy'),
  '2000-401': withHeaders({ Authorization: 'Bearer foreign.access.token' }),
  '2100-404': withHeaders({ 'x-sandbox-name': 'unknown' }),
  '2105-400': withHeaders({ 'x-sandbox-name': null }),
  '2110-400': withHeaders({ 'x-sandbox-id': 'any' }),
  '2113-400': withHeaders({ 'x-sandbox-name': '*' }),
  '2118-403': { ...create(phoenixRequest()), headers: { 'x-api-key': 'no-permission' } },
  // ERR-S
  '1000-400': create('{"name":'),
  '1304-400': create(phoenixRequest({ password: '' })),
  '1308-400': createAt('unreachable.example'),
  '1312-400': create(phoenixRequest({ port: 'https' })),
  '1330-400': explore('objectType=table&object=UNKNOWN'),
  '1336-400': explore('objectType=folder'),
  '1337-400': explore('objectType=table'),
  '1353-400': explore('objectType=table&object=RETAIL.ORDERS&filters=e30='),
  '1358-400': explore('objectType=view'),
};

let service: RunningEmulator;
let goodHeaders: Readonly<Record<string, string>>;
beforeAll(async () => {
  service = await startEmulator({ host: '127.0.0.1', policy: closedPolicy, port: 0 });
  const answer = await fetch(`${service.url}/local/demo-credentials`, { method: 'POST' });
  const { accessToken, apiKey, organizationId, sandbox } = demoCredentials.parse(await answer.json());
  goodHeaders = {
    Authorization: `Bearer ${accessToken}`,
    'x-api-key': apiKey,
    'x-gw-ims-org-id': organizationId,
    'x-sandbox-name': sandbox,
    'Content-Type': 'application/json',
  };
});
afterAll(() => service.close());

function send({ method = 'GET', path = '/connections', headers = {}, body }: Provocation): Promise<Response> {
  const all = Object.entries({ ...goodHeaders, ...headers });
  return fetch(`${service.url}/data/foundation/flowservice${path}`, {
    method,
    headers: all.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Creates a connection to a host and returns its ID and etag. */
async function createOne(host = 'mycluster.azurehdinsight.net') {
  const response = await send(createAt(host));
  return connectionReceipt.parse(await response.json());
}

const words: unknown = expect.stringMatching(/\w/);
const uuid: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);

/** The gateway's codes begin with the status, Flow Service's codes end with it. */
function expectedOf(code: string): object {
  if (/^\d{6}$/.test(code)) {
    return { status: Number(code.slice(0, 3)), family: 'gateway', code, detail: words };
  }
  const type = `https://ns.adobe.com/aep/errors/FLOW-${code}`;
  return {
    status: Number(code.slice(-3)),
    family: 'problem',
    type,
    title: words,
    detail: words,
    requestId: uuid,
  };
}

describe('every code of the service, over HTTP and as the client reads it', () => {
  it.each(Object.entries(provocations))('%s', async (code, provocation) => {
    const { path = '/connections', host, headers } = provocation;
    const { id, etag } = path.includes('{id}') ? await createOne(host) : { id: '', etag: '' };
    const response = await send({
      ...provocation,
      path: path.replace('{id}', id),
      headers: { 'If-Match': etag, ...headers },
    });
    expect({ status: response.status, ...readErrorBody(await response.text()) }).toMatchObject(
      expectedOf(code),
    );
  });
});
