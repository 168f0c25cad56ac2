import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { connectionReceipt } from '../../flow-service/schemas/connection.ts';
import { endpoints } from '../../flow-service/endpoints.ts';
import { toWireRequest } from '../../flow-service/wire-request.ts';
import { readValues } from '../../emulator/connections/field-kind.ts';
import { createEmulatorFixture, origin, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { toAnchors } from '../../testing/read-document.ts';
import { at } from './fact.ts';
import { type FactName, facts } from './facts.ts';
import { type Observations, observe } from './observe.ts';
import type { Read, ReadAnswer } from './reader.ts';

/** Changes an answer of the local service. */
type Turn = (answer: ReadAnswer, read: Read) => ReadAnswer;

/** Reads from the local service, which holds 25 connections. */
async function observeLocally({
  turn = (answer) => answer,
  claims = {},
  host = 'a.example',
}: {
  readonly turn?: Turn;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly host?: string;
}) {
  const { emulator, credentials, request, now } = createEmulatorFixture();
  let id = '';
  for (let made = 0; made < 25; made += 1) {
    const response = await request('POST', '/flowservice/connections', { body: phoenixRequest({ host }) });
    ({ id } = connectionReceipt.parse(await response.json()));
  }
  const [header = '', payload = ''] = credentials.accessToken.split('.');
  const token = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...claims };
  const accessToken = `${header}.${Buffer.from(JSON.stringify(token)).toString('base64url')}.`;
  const reader = {
    credentials: () => Promise.resolve({ ...credentials, accessToken }),
    async read(read: Read): Promise<ReadAnswer> {
      const { endpoint, isWithoutToken, headers, ...facts } = read;
      const target = { baseUrl: `${origin}/data/foundation`, credentials };
      const wire = toWireRequest(target, endpoints[endpoint], facts);
      const all = new Headers({ ...wire.headers, ...headers });
      if (isWithoutToken) all.delete('authorization');
      const response = await emulator.fetch(new Request(wire.url, { headers: all }));
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.json(),
        milliseconds: 5,
      };
      return turn(answer, read);
    },
  };
  return { ...(await observe(reader, { sandbox: null, connection: id })), now: now() };
}

const judge = (seen: Observations, name: FactName) => facts[name].judge(seen);

/** Sets a value wherever the parent of a path exists. undefined removes it. */
function put(path: string, value: unknown, endpoint?: Read['endpoint']): Turn {
  return (answer, read) => {
    if (endpoint !== undefined && read.endpoint !== endpoint) return answer;
    const body: unknown = structuredClone(answer.body);
    const parts = path.split('.');
    const key = parts.pop() ?? '';
    for (const parent of parts.length === 0 ? [body] : readValues(body, parts.join('.'))) {
      if (typeof parent === 'object' && parent !== null) Reflect.set(parent, key, value);
    }
    return { ...answer, body };
  };
}

function header(name: string, value: string): Turn {
  return (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } });
}

function answer(status: number, body: unknown, isMeant: (read: Read) => boolean): Turn {
  return (was, read) => (isMeant(read) ? { ...was, status, body } : was);
}

const unused = (read: Read) => read.id?.startsWith('00000000-0000-4000') === true;
const hasKey = (key: string, value: string) => (read: Read) =>
  read.query?.some(([name, text]) => name === key && text.includes(value)) === true;
const notPhoenix = 'items[].authSpec[].spec';
const auth = 'items[].authSpec[]';

/** Each fact turned around. A missing one is a type error. */
const turned: Readonly<Record<FactName, { turn?: Turn; claims?: Record<string, unknown> }>> = {
  tokenClient: { claims: { client_id: 'another' } },
  tokenExpiry: { claims: { created_at: 1_714_651_200 } },
  tokenWithoutExp: { claims: { exp: 1_714_651_200 } },
  tokenUser: { claims: { user_id: 'someone@AdobeID' } },
  gatewayAddress: { turn: answer(404, { message: 'no' }, (read) => read.endpoint === 'listConnections') },
  gatewayStatus: { turn: put('error_code', '401010') },
  gatewayCodeType: { turn: put('error_code', 403_010) },
  missingSandbox: {
    turn: answer(200, { items: [] }, (read) => read.sandbox === null && read.endpoint === 'listConnections'),
  },
  cors: { turn: header('access-control-allow-origin', '*') },
  rateLimit: { turn: header('x-ratelimit-remaining', '3') },
  requestIdHeader: { turn: header('x-request-id', 'abc') },
  problemType: { turn: header('content-type', 'application/problem+json') },
  missingConnection: { turn: put('type', 'https://ns.adobe.com/aep/errors/FLOW-1439-400') },
  missingSpec: { turn: answer(200, { items: [] }, unused) },
  connectorPrefix: { turn: put('type', 'https://ns.adobe.com/aep/errors/CONN-1337-400') },
  inactiveSandboxes: { turn: put('sandboxes[].state', 'active') },
  sandboxEtag: { turn: put('sandboxes[].etag', 1) },
  phoenixOffered: { turn: answer(404, {}, (read) => read.endpoint === 'getConnectionSpec') },
  phoenixName: { turn: put('items[].name', 'apache-phoenix', 'getConnectionSpec') },
  phoenixParams: { turn: put(`${auth}.spec.properties.catalog`, { type: 'string' }) },
  phoenixTypes: { turn: put(`${auth}.spec.properties.port.type`, 'string') },
  phoenixRequired: { turn: put(`${auth}.spec.required`, ['host']) },
  phoenixDefaults: { turn: put(`${auth}.spec.properties.enableSsl.default`, true) },
  phoenixSecret: { turn: put(`${auth}.spec.properties.username.format`, 'password') },
  phoenixDrafts: { turn: put('items[].attributes.isDraftModeSupported', true) },
  phoenixPages: { turn: put('items[].attributes.uiAttributes.apiFeatures.explorePaginationSupported', true) },
  specPages: { turn: put('_links', { next: { href: '/connectionSpecs?continuationToken=x' } }) },
  otherNames: { turn: put('items[].name', 'renamed') },
  otherAuth: { turn: put(`${auth}.name`, 'KeyPair') },
  otherParams: { turn: put(`${notPhoenix}.properties.catalog`, { type: 'string' }) },
  otherRequired: { turn: put(`${notPhoenix}.required`, []) },
  organizationId: { turn: put('items[].imsOrgId', 'ACME') },
  etagTime: { turn: put('items[].etag', '"one"') },
  etagVersion: { turn: put('items[].version', '1') },
  states: { turn: put('items[].state', 'draft') },
  secretView: { turn: put('items[].auth.params.password', undefined) },
  paramTypes: { turn: put('items[].auth.params.port', '443') },
  sharedNames: {
    turn: (was, { endpoint }) => {
      if (endpoint !== 'listConnections') return was;
      const { body, ...rest } = was;
      const names = readValues(body, 'items[]').map((item, index) => ({
        name: `N${index}`,
        id: at(item, 'id'),
      }));
      return { ...rest, body: { items: names } };
    },
  },
  defaultLimit: {
    turn: put(
      'items',
      Array.from({ length: 25 }, () => ({})),
    ),
  },
  nextLink: { turn: put('_links', { next: { href: 'https://platform.adobe.io/connections?x=y' } }) },
  anyOf: { turn: answer(200, { items: [] }, hasKey('property', 'id==')) },
  notEqual: { turn: answer(200, { items: [] }, hasKey('property', '!=')) },
  etagHeader: { turn: header('etag', '"x"') },
  failedTest: { turn: put('result', false, 'testConnection') },
  testDuration: { turn: (was) => ({ ...was, milliseconds: 61_000 }) },
  exploreCase: { turn: answer(400, {}, hasKey('objectType', 'ROOT')) },
  exploreList: {
    turn: (was, read) => (hasKey('objectType', 'root')(read) ? { ...was, body: { items: was.body } } : was),
  },
  tablePath: {
    turn: (was, read) => (hasKey('objectType', 'root')(read) ? { ...was, body: [{ path: 'A.B.C' }] } : was),
  },
  columnTypes: { turn: put('schema.columns', [{ name: 'A', type: 'integer' }], 'exploreConnection') },
};

/** A response can confirm these facts, but none contradicts them. */
const onlyConfirmed: readonly string[] = ['inactiveSandboxes', 'sharedNames'] satisfies FactName[];

const names = Object.keys(facts).filter((name): name is FactName => Object.hasOwn(facts, name));

describe('facts, compared with the local service', () => {
  let seen: Observations;
  beforeAll(async () => {
    seen = await observeLocally({});
  });

  it('are all confirmed, except the form of a failed test', () => {
    const others = names.filter((name) => judge(seen, name).outcome !== 'confirmed');
    expect(others).toEqual(['failedTest']);
  });

  it('are confirmed by a failed test', async () => {
    const failed = await observeLocally({ host: 'wrong-path.example' });
    expect(judge(failed, 'failedTest').outcome).toBe('confirmed');
  });

  it.each(names)('say when %s is not so', async (name) => {
    const finding = judge(await observeLocally(turned[name]), name);
    expect(finding.outcome).toBe(onlyConfirmed.includes(name) ? 'not seen' : 'contradicted');
  });

  it('are not seen without an answer, apart from those about the token', () => {
    const nothing = { ...seen, claims: undefined, answers: new Map() };
    expect(names.filter((name) => judge(nothing, name).outcome !== 'not seen')).toEqual([]);
  });
});

it('cites a section of the page for each fact', () => {
  const page = readFileSync('docs/flow-service.md', 'utf8');
  const sections = Object.values(facts).map(({ section }) => section);
  expect(toAnchors(page)).toEqual(expect.arrayContaining(sections));
});
