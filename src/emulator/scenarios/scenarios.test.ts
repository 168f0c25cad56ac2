import { describe, expect, it } from 'vitest';
import { paramsSchema } from '../../sources/params-schema.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { createEmulatorFixture, failureOf, phoenixRequest } from '../../testing/emulator-fixture.ts';
import {
  create,
  deleteNew,
  getSpec,
  list,
  listSandboxes,
  renameNew,
  switchedOn,
  testNew,
  typed,
} from '../../testing/scenario-fixture.ts';
import { titledScenarios } from './scenario-titles.ts';
import { scenarios } from './scenarios.ts';

describe('the list', () => {
  it('has one title and stage for each scenario, and no title twice', () => {
    const sorted = (names: readonly string[]) => names.toSorted();
    expect(sorted(titledScenarios.map(({ name }) => name))).toEqual(
      sorted(scenarios.map(({ name }) => name)),
    );
    expect(new Set(titledScenarios.map(({ title }) => title)).size).toBe(scenarios.length);
  });

  it('has unique names and values', () => {
    for (const keys of [
      scenarios.map(({ name }) => name),
      scenarios.map(({ reachedBy }) => reachedBy.value),
    ]) {
      expect(new Set(keys).size).toBe(scenarios.length);
    }
  });

  it.each(scenarios.filter(({ reachedBy }) => reachedBy.field === 'Host'))(
    '$name has a host that the form accepts',
    ({ reachedBy }) => {
      expect(paramsSchema(phoenix).shape['host']?.safeParse(reachedBy.value).success).toBe(true);
    },
  );
});

describe.each([
  ['bad-token', listSandboxes, { status: 401, code: '401013' }],
  ['bad-token', create, { status: 401, code: '401013' }],
  ['expired-token', listSandboxes, { status: 401, code: '401013' }],
  ['foreign-token', listSandboxes, { status: 403, code: '403025' }],
  ['foreign-token', create, { status: 401, code: 'FLOW-2000-401' }],
  ['wrong-api-key', listSandboxes, { status: 403, code: '403003' }],
  ['wrong-organization', listSandboxes, { status: 403, code: '403025' }],
  ['no-product-profile', listSandboxes, { status: 403, code: '403027' }],
  ['no-permission', create, { status: 403, code: 'FLOW-2118-403' }],
  ['forbidden-without-reason', create, { status: 403, family: 'empty' }],
  ['sandbox-gone', list, { status: 404, code: 'FLOW-2100-404' }],
  ['sandbox-gone', create, { status: 404, code: 'FLOW-2100-404' }],
  ['sandboxes-forbidden', listSandboxes, { status: 403, family: 'empty' }],
  ['sandboxes-failing', listSandboxes, { status: 500, family: 'empty' }],
  ['spec-withdrawn', getSpec, { status: 404, code: 'FLOW-1439-404' }],
  ['spec-withdrawn', create, { status: 400, code: 'FLOW-1413-400' }],
  [
    'spec-new-param',
    create,
    { status: 400, code: 'FLOW-1304-400', detail: expect.stringContaining('catalog') },
  ],
  ['spec-renamed-param', create, { status: 400, code: 'FLOW-1304-400' }],
  ['spec-other-auth-name', create, { status: 400, code: 'FLOW-1415-400' }],
  ['spec-oauth-only', create, { status: 400, code: 'FLOW-1415-400' }],
  ['quoted-password', create, { code: 'FLOW-1100-400', detail: expect.stringContaining('401 Unauthorized') }],
  ['wrong-password', create, { code: 'FLOW-1100-400', detail: expect.stringContaining('401 Unauthorized') }],
  ['unreachable-host', create, { code: 'FLOW-1308-400', detail: expect.stringContaining('[Microsoft]') }],
  ['test-refused', testNew, { status: 400, code: 'FLOW-1100-400' }],
  ['changed-meanwhile', renameNew, { status: 412, code: 'FLOW-1404-412' }],
  ['in-use', deleteNew, { status: 400, code: 'FLOW-1418-400' }],
  ['rate-limited', create, { status: 429, code: '429050', retryAfterSeconds: null }],
  ['rate-limited-retry-after', create, { status: 429, code: '429050', retryAfterSeconds: 3 }],
  ['server-error', create, { status: 500, code: 'FLOW-1400-500' }],
  ['unavailable', create, { status: 503, code: 'FLOW-1103-503' }],
  ['timeout', create, { status: 504, code: 'FLOW-1104-504' }],
  ['timeout-created', create, { status: 504, code: 'FLOW-1104-504' }],
  ['timeout-created-later', create, { status: 504, code: 'FLOW-1104-504' }],
  ['html-page', create, { status: 502, family: 'unreadable', kind: 'answer' }],
  ['cut-before', create, { kind: 'network', status: null }],
  ['cut-created', create, { kind: 'network', status: null }],
  ['truncated-json', create, { kind: 'shape', status: 201 }],
  ['other-shape', create, { kind: 'shape', status: 200 }],
] as const)('%s', (name, call, failure) => {
  it(`is triggered by its value`, async () => {
    expect(await failureOf(call(typed(name)))).toMatchObject(failure);
  });

  it(`is triggered when it is active`, async () => {
    expect(await failureOf(call(await switchedOn(name)))).toMatchObject(failure);
  });
});

describe('what exists after a failed create', () => {
  const made = ['timeout-created', 'cut-created', 'truncated-json', 'other-shape'] as const;
  it.each(made)('%s: one connection', async (name) => {
    const caught = typed(name);
    await failureOf(create(caught));
    expect((await list(caught)).connections).toHaveLength(1);
  });

  it.each([
    'wrong-password',
    'quoted-password',
    'unreachable-host',
    'rate-limited',
    'server-error',
    'unavailable',
    'timeout',
    'html-page',
    'cut-before',
    'no-permission',
    'spec-withdrawn',
  ] as const)('%s: no connection, now or later', async (name) => {
    const caught = typed(name);
    await failureOf(create(caught));
    caught.pass(60_000);
    expect((await list(caught)).connections).toHaveLength(0);
  });

  it('timeout-created-later: one connection, five seconds later', async () => {
    const caught = typed('timeout-created-later');
    await failureOf(create(caught));
    caught.pass(4999);
    expect((await list(caught)).connections).toHaveLength(0);
    caught.pass(1);
    expect((await list(caught)).connections).toHaveLength(1);
  });

  it('timeout-created-later: no connection after a reset in between', async () => {
    const caught = typed('timeout-created-later');
    await failureOf(create(caught));
    await caught.emulator.fetch(new Request('http://local.test/local/reset', { method: 'POST' }));
    caught.pass(5000);
    expect((await list(caught)).connections).toHaveLength(0);
  });

  it('timeout-created: no connection if the request is invalid', async () => {
    const { client } = typed('timeout-created');
    const body = phoenixRequest({ host: 'timeout-created.example', username: '' });
    expect(await failureOf(client.createConnection('prod', body))).toMatchObject({ code: 'FLOW-1304-400' });
  });
});

describe('failures that can be corrected', () => {
  it('wrong-password: with the right password', async () => {
    const { client, host } = typed('wrong-password');
    const body = phoenixRequest({ host, password: 'correct horse' });
    await expect(client.createConnection('prod', body)).resolves.toHaveProperty('id');
  });

  it.each(['rate-limited', 'rate-limited-retry-after'] as const)('%s: after waiting', async (name) => {
    const caught = typed(name);
    await failureOf(create(caught));
    caught.pass(2999);
    await failureOf(create(caught));
    caught.pass(1);
    await expect(create(caught)).resolves.toHaveProperty('id');
    caught.pass(60_000);
    await failureOf(create(caught));
  });

  it('rate-limited: starts again when it is activated again', async () => {
    const caught = await switchedOn('rate-limited');
    await failureOf(create(caught));
    caught.pass(3000);
    await create(caught);
    await caught.switchOn('rate-limited');
    expect(await failureOf(create(caught))).toMatchObject({ code: '429050' });
  });

  it('token-expires: only with a new token', async () => {
    const caught = typed('token-expires');
    expect(await failureOf(create(caught))).toMatchObject({ code: '401013' });
    expect(await failureOf(listSandboxes(caught))).toMatchObject({ code: '401013' });
    const renewed = { ...caught, client: caught.clientAs({ accessToken: 'e30.e30.' }) };
    await expect(create(renewed)).resolves.toHaveProperty('id');
  });

  it('changed-meanwhile: after reading again', async () => {
    const caught = typed('changed-meanwhile');
    const { client } = caught;
    await failureOf(renameNew(caught));
    const [found] = (await list(caught)).connections;
    const patch = [{ op: 'replace', path: '/name', value: 'Second try' }] as const;
    await client.updateConnection('prod', found?.id ?? '', found?.etag ?? '', patch);
    expect(await list(caught)).toMatchObject({ connections: [{ name: 'Second try' }] });
  });
});

describe('slow responses', () => {
  it.each([
    ['slow-answer', 20_000, create, { id: expect.any(String) }],
    ['sandboxes-slow', 8000, listSandboxes, { items: { length: 3 } }],
  ] as const)('%s responds after %i ms', async (name, milliseconds, call, expected) => {
    const caught = typed(name);
    const answer = call(caught);
    await caught.scheduled();
    caught.pass(milliseconds - 1);
    expect(await Promise.race([answer, nextTurn('none yet')])).toBe('none yet');
    caught.pass(1);
    expect(await answer).toMatchObject(expected);
  });

  it('test-times-out returns 504 after two seconds', async () => {
    const caught = typed('test-times-out');
    const { id } = await create(caught);
    const failure = await failureOf(caught.client.testConnection('prod', id));
    expect(failure).toMatchObject({ status: 504, code: 'FLOW-1104-504' });
  });
});

it('test-false creates the connection, and its test returns false', async () => {
  await expect(testNew(typed('test-false'))).resolves.toBe(false);
});

it('no-permission allows all reads', async () => {
  const caught = typed('no-permission');
  await expect(list(caught)).resolves.toMatchObject({ connections: [] });
  await expect(getSpec(caught)).resolves.toMatchObject({ name: 'phoenix' });
});

it('a host triggers its scenario only as the host of the connection', async () => {
  const { client } = createEmulatorFixture();
  const body = phoenixRequest({}, { name: 'server-error.example', description: 'server-error.example' });
  await expect(client.createConnection('prod', body)).resolves.toHaveProperty('id');
});

/** Resolves with a value after all pending callbacks have run. */
function nextTurn(value: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    setImmediate(resolve, value);
  });
}
