import { describe, expect, it, vi } from 'vitest';
import { createEmulatorFixture } from '../testing/emulator-fixture.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { exampleParams } from '../sources/example-params.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { vault } from '../testing/vault-source.ts';
import { toTarget } from './attempt.ts';
import { attemptOf, heldConnection } from '../testing/create-fixture.ts';
import { type SearchDependencies, findCreated } from './find-created.ts';
import { startCreate } from '../testing/start-create.ts';

const start = (host: string) => startCreate(createEmulatorFixture(), host);

describe('after a lost response', () => {
  it.each([
    'timeout-created.example',
    'cut-created.example',
    'truncated-json.example',
    'other-shape.example',
  ])('%s: finds the created connection, and creates no second one', async (host) => {
    const { create, look, list, sent } = start(host);
    expect(await create()).toMatchObject({ kind: 'lost' });
    const found = await look();
    const held = await list();
    expect(found).toMatchObject({ kind: 'created', receipt: { id: held[0]?.id } });
    expect(held).toHaveLength(1);
    expect(sent()).toBe(1);
  });

  it('finds a connection that is created five seconds later', async () => {
    const { create, look, list, waited } = start('timeout-created-later.example');
    await create();
    const found = await look();
    const held = await list();
    expect(found).toMatchObject({ kind: 'created', receipt: { id: held[0]?.id } });
    expect(held).toHaveLength(1);
    expect(waited()).toBeGreaterThanOrEqual(5000);
  });

  it.each(['timeout.example', 'server-error.example', 'html-page.example', 'cut-before.example'])(
    '%s: stops after 90 seconds without a result',
    async (host) => {
      const { create, look, list, waited, sent, attempt } = start(host);
      expect(await create()).toMatchObject({ kind: 'lost' });
      expect(await look()).toEqual({ kind: 'absent' });
      expect(attempt()).toMatchObject({ name: 'Phoenix db', knownIds: [] });
      expect(await list()).toEqual([]);
      expect(waited()).toBe(90_000);
      expect(sent()).toBe(1);
    },
  );

  it('an older connection with the same name is not taken for the new one', async () => {
    const { create, look, attempt, fixture } = start('timeout.example');
    const older = await fixture.client.createConnection('prod', {
      name: 'Phoenix db',
      auth: {
        specName: phoenix.authMethod.specName,
        params: { ...exampleParams(phoenix), host: 'old', username: 'u', password: 'p' },
      },
      connectionSpec: phoenix.connectionSpec,
    });
    await create();
    expect(attempt()).toMatchObject({ knownIds: [older.id] });
    expect(await look()).toEqual({ kind: 'absent' });
  });

  it('trying again adopts a connection that appeared meanwhile', async () => {
    const { create, list, fixture, sent } = start('timeout-created-later.example');
    await create();
    fixture.pass(6000);
    const outcome = await create();
    const held = await list();
    expect(outcome).toMatchObject({ kind: 'created', wasLost: true, receipt: { id: held[0]?.id } });
    expect(held).toHaveLength(1);
    expect(sent()).toBe(1);
  });

  it('a failed check before the create keeps the lost attempt', async () => {
    const { create, dependencies, attempt, sent } = start('timeout.example');
    await create();
    const lost = attempt();
    dependencies.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
    await expect(create()).rejects.toMatchObject({ kind: 'network' });
    expect(attempt()).toBe(lost);
    expect(sent()).toBe(1);
  });

  it('one successful search is enough to report that the connection is not found yet', async () => {
    const { create, look, search } = start('timeout.example');
    await create();
    const unreachable = FlowServiceError.fromNetwork('listConnections', null, null);
    search.list = vi
      .fn<SearchDependencies['list']>()
      .mockImplementationOnce(search.list)
      .mockRejectedValue(unreachable);
    expect(await look()).toEqual({ kind: 'absent' });
  });

  it('when no search succeeds, nothing is reported about the sandbox', async () => {
    const { create, look, search, waited } = start('timeout.example');
    await create();
    search.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
    await expect(look()).rejects.toMatchObject({ kind: 'network' });
    expect(waited()).toBe(90_000);
  });

  it('slow responses do not extend the search', async () => {
    const { create, look, search, fixture } = start('timeout.example');
    await create();
    const real = search.list;
    let looks = 0;
    search.list = async (signal) => {
      looks += 1;
      fixture.pass(40_000);
      return real(signal);
    };
    expect(await look()).toEqual({ kind: 'absent' });
    expect(looks).toBe(3);
  });

  it('Retry-After is respected', async () => {
    const { create, look, search, waited } = start('timeout.example');
    await create();
    const real = search.list;
    const asked: number[] = [];
    search.list = async (signal) => {
      asked.push(waited());
      if (asked.length > 1) return real(signal);
      const response = new Response(null, { status: 429, headers: { 'retry-after': '20' } });
      throw FlowServiceError.fromAnswer('listConnections', response, '');
    };
    expect(await look()).toEqual({ kind: 'absent' });
    expect(asked.slice(0, 2)).toEqual([0, 20_000]);
  });

  it('a Retry-After of an hour does not extend the search', async () => {
    const { create, look, search, waited } = start('timeout.example');
    await create();
    search.list = () => {
      const response = new Response(null, { status: 503, headers: { 'retry-after': '3600' } });
      return Promise.reject(FlowServiceError.fromAnswer('listConnections', response, ''));
    };
    await expect(look()).rejects.toMatchObject({ status: 503 });
    expect(waited()).toBeLessThanOrEqual(90_000);
  });

  it('any error after the request may have been sent means that the outcome is unknown', async () => {
    const { create, dependencies } = start('db.example');
    dependencies.create = () => Promise.reject(new TypeError('not foreseen'));
    expect(await create()).toMatchObject({ kind: 'lost', error: { message: 'not foreseen' } });
  });

  it('stops the search when canceled', async () => {
    const { create, look, stop, search, waited } = start('timeout.example');
    await create();
    const real = search.wait;
    search.wait = async (milliseconds, signal) => {
      await real(milliseconds, signal);
      if (waited() > 3000) stop.abort();
    };
    await expect(look()).rejects.toMatchObject({ name: 'AbortError' });
    expect(waited()).toBeLessThan(10_000);
  });

  it('a rejected list request ends the search and keeps the attempt', async () => {
    const { create, look, search, attempt } = start('timeout.example');
    await create();
    search.list = () =>
      Promise.reject(FlowServiceError.fromAnswer('listConnections', new Response(null, { status: 401 }), ''));
    await expect(look()).rejects.toMatchObject({ status: 401 });
    expect(attempt()).not.toBeNull();
  });
});

describe('the response that the wizard server stored', () => {
  it('is used, whatever the sandbox contains', async () => {
    const { create, look, search } = start('timeout.example');
    await create();
    search.list = () => Promise.reject(new Error('token expired'));
    search.readAnswer = async () => ({ kind: 'created', receipt: { id: 'kept', etag: '"1"' } });
    expect(await look()).toEqual({ kind: 'created', receipt: { id: 'kept', etag: '"1"' } });
  });

  it('is requested again while the server is unreachable', async () => {
    const { create, look, search } = start('timeout.example');
    await create();
    const error = new Error('refused');
    const unreachable = FlowServiceError.fromNetwork('createConnection', null, null);
    search.readAnswer = vi
      .fn<SearchDependencies['readAnswer']>()
      .mockRejectedValueOnce(unreachable)
      .mockResolvedValue({ kind: 'refused', error });
    expect(await look()).toEqual({ kind: 'refused', error });
  });
});

it('possible matches are shown after 15 seconds', async () => {
  const { create, look, search, waited } = start('timeout.example');
  await create();
  const strange = heldConnection({ createdClient: undefined, auth: undefined });
  search.list = async () => [strange];
  expect(await look()).toEqual({ kind: 'unclear', connections: [strange] });
  expect(waited()).toBe(15_000);
});

it('does not adopt a connection of a source that has only secret params', async () => {
  const { connectionSpec, authMethod } = vault;
  const auth = { specName: authMethod.specName, params: exampleParams(vault) };
  const attempt = attemptOf({
    specId: connectionSpec.id,
    target: toTarget(vault, { name: 'Phoenix db', auth, connectionSpec }),
  });
  // This connection has the same name and client, and was created a moment later.
  const strange = heldConnection({ connectionSpec, auth: { params: { key: '••••', seal: '••••' } } });
  const { search } = start('timeout.example');
  const found = await findCreated(
    attempt,
    { ...search, list: async () => [strange], readAnswer: async () => ({ kind: 'unknown' }) },
    new AbortController().signal,
  );
  expect(found).toEqual({ kind: 'unclear', connections: [strange] });
});
