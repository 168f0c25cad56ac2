import { describe, expect, it } from 'vitest';
import { createEmulatorFixture } from '../emulator/emulator-fixture.ts';
import type { Connection } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { phoenix } from '../sources/phoenix.ts';
import type { Attempt } from './attempt.ts';
import { type CreateStage, createOnce } from './create-once.ts';
import { findCreated } from './find-created.ts';
import { hasSameTarget } from './find-twins.ts';

/** A wizard on a local service whose time passes as it waits. */
function start(host: string) {
  const fixture = createEmulatorFixture();
  const filters = [`connectionSpec.id==${phoenix.connectionSpec.id}`];
  const list = async (signal?: AbortSignal) =>
    (await fixture.client.listConnections('prod', { filters, limit: 100 }, signal)).connections;
  let waited = 0;
  let sent = 0;
  const stages: CreateStage[] = [];
  const stop = new AbortController();
  let attempt: Attempt | null = null;
  const request = {
    name: 'Phoenix db',
    auth: {
      specName: phoenix.authSpecName,
      params: { host, port: 8765, httpPath: '/', username: 'u', password: 'p', enableSsl: false },
    },
    connectionSpec: phoenix.connectionSpec,
  };
  const means = {
    list,
    create: (body: ConnectionRequest) => {
      sent += 1;
      return fixture.client.createConnection('prod', body);
    },
    isSameTarget: (connection: Connection) => hasSameTarget(phoenix, request, connection),
    now: () => 0,
  };
  const search = {
    list,
    wait: async (milliseconds: number) => {
      waited += milliseconds;
      fixture.pass(milliseconds);
    },
    now: fixture.now,
  };
  return {
    fixture,
    list,
    means,
    search,
    stages,
    stop,
    waited: () => waited,
    sent: () => sent,
    attempt: () => attempt,
    create: () =>
      createOnce(request, { sandbox: 'prod', organizationId: null }, means, {
        onStage: (stage) => stages.push(stage),
        former: attempt,
        onAttempt: (latest) => {
          attempt = latest;
        },
      }),
    look: () => (attempt === null ? Promise.resolve(null) : findCreated(attempt, search, stop.signal)),
  };
}

it('sends one request and hands on what it made', async () => {
  const { create, list, sent, stages } = start('db.example');
  const outcome = await create();
  const [held] = await list();
  expect(outcome).toEqual({ kind: 'created', receipt: { id: held?.id, etag: held?.etag }, wasLost: false });
  expect(sent()).toBe(1);
  expect(stages).toEqual(['looking', 'creating']);
});

describe('after a lost answer', () => {
  it.each([
    'timeout-created.example',
    'cut-created.example',
    'truncated-json.example',
    'other-shape.example',
  ])('%s: finds what was made, and makes no second one', async (host) => {
    const { create, look, list, sent } = start(host);
    expect(await create()).toMatchObject({ kind: 'lost' });
    const receipt = await look();
    const held = await list();
    expect(held.map(({ id }) => id)).toEqual([receipt?.id]);
    expect(sent()).toBe(1);
  });

  it('finds what is made five seconds later', async () => {
    const { create, look, list, waited } = start('timeout-created-later.example');
    await create();
    const receipt = await look();
    expect((await list()).map(({ id }) => id)).toEqual([receipt?.id]);
    expect(waited()).toBeGreaterThanOrEqual(5000);
  });

  it.each(['timeout.example', 'server-error.example', 'html-page.example', 'cut-before.example'])(
    '%s: gives up after 90 seconds without a word of certainty',
    async (host) => {
      const { create, look, list, waited, sent, attempt } = start(host);
      expect(await create()).toMatchObject({ kind: 'lost' });
      expect(await look()).toBeNull();
      expect(attempt()).toMatchObject({ name: 'Phoenix db', knownIds: [], fate: 'lost' });
      expect(await list()).toEqual([]);
      expect(waited()).toBe(90_000);
      expect(sent()).toBe(1);
    },
  );

  it('an older connection of the same name is not taken for the new one', async () => {
    const { create, look, attempt, fixture } = start('timeout.example');
    const older = await fixture.client.createConnection('prod', {
      name: 'Phoenix db',
      auth: { specName: phoenix.authSpecName, params: { host: 'old', username: 'u', password: 'p' } },
      connectionSpec: phoenix.connectionSpec,
    });
    await create();
    expect(attempt()).toMatchObject({ knownIds: [older.id] });
    expect(await look()).toBeNull();
  });

  it('trying again takes what came meanwhile instead of making a second one', async () => {
    const { create, list, fixture, sent } = start('timeout-created-later.example');
    await create();
    fixture.pass(6000);
    const outcome = await create();
    const held = await list();
    expect(outcome).toMatchObject({ kind: 'created', wasLost: true, receipt: { id: held[0]?.id } });
    expect(held).toHaveLength(1);
    expect(sent()).toBe(1);
  });

  it('a look before that fails leaves the lost attempt to be looked for', async () => {
    const { create, means, attempt, sent } = start('timeout.example');
    await create();
    const lost = attempt();
    means.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
    await expect(create()).rejects.toMatchObject({ kind: 'network' });
    expect(attempt()).toBe(lost);
    expect(sent()).toBe(1);
  });

  it('one look that succeeds is enough to say that it is not there so far', async () => {
    const { create, look, search } = start('timeout.example');
    await create();
    const real = search.list;
    search.list = async () => {
      search.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
      return real();
    };
    expect(await look()).toBeNull();
  });

  it('when no look succeeds, nothing is said of the sandbox', async () => {
    const { create, look, search, waited } = start('timeout.example');
    await create();
    search.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
    await expect(look()).rejects.toMatchObject({ kind: 'network' });
    expect(waited()).toBe(90_000);
  });

  it('looks that take long themselves do not make the search go on for ever', async () => {
    const { create, look, search, fixture } = start('timeout.example');
    await create();
    const real = search.list;
    let looks = 0;
    search.list = async () => {
      looks += 1;
      fixture.pass(40_000);
      return real();
    };
    expect(await look()).toBeNull();
    expect(looks).toBe(3);
  });

  it('a service that asks to wait is not asked sooner', async () => {
    const { create, look, search, waited } = start('timeout.example');
    await create();
    const real = search.list;
    const asked: number[] = [];
    search.list = async () => {
      asked.push(waited());
      if (asked.length > 1) return real();
      const response = new Response(null, { status: 429, headers: { 'retry-after': '20' } });
      throw FlowServiceError.fromAnswer('listConnections', response, '');
    };
    expect(await look()).toBeNull();
    expect(asked.slice(0, 2)).toEqual([0, 20_000]);
  });

  it('whatever is thrown after the request may have left means that its outcome is not known', async () => {
    const { create, means, attempt } = start('db.example');
    means.create = () => Promise.reject(new TypeError('not foreseen'));
    expect(await create()).toMatchObject({ kind: 'lost', error: { message: 'not foreseen' } });
    expect(attempt()).toMatchObject({ fate: 'lost' });
  });

  it('stops looking when told to', async () => {
    const { create, look, stop, search, waited } = start('timeout.example');
    await create();
    const real = search.wait;
    search.wait = async (milliseconds) => {
      await real(milliseconds);
      if (waited() > 3000) stop.abort();
    };
    await expect(look()).rejects.toMatchObject({ name: 'AbortError' });
    expect(waited()).toBeLessThan(10_000);
  });

  it('a search ends when the service refuses to list, and the attempt stays', async () => {
    const { create, look, search, attempt } = start('timeout.example');
    await create();
    search.list = () =>
      Promise.reject(FlowServiceError.fromAnswer('listConnections', new Response(null, { status: 401 }), ''));
    await expect(look()).rejects.toMatchObject({ status: 401 });
    expect(attempt()).not.toBeNull();
  });
});

it('a refusal is thrown, nothing was made, and there is nothing to look for', async () => {
  const { create, list, stages, attempt } = start('wrong-password.example');
  await expect(create()).rejects.toMatchObject({ status: 400, wasNotCarriedOut: true });
  expect(await list()).toEqual([]);
  expect(stages).toEqual(['looking', 'creating']);
  expect(attempt()).toBeNull();
});

it('nothing is sent when the sandbox cannot be looked at before', async () => {
  const { create, means, sent, attempt } = start('db.example');
  means.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
  await expect(create()).rejects.toMatchObject({ kind: 'network' });
  expect(sent()).toBe(0);
  expect(attempt()).toBeNull();
});
