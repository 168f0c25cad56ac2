import { describe, expect, it } from 'vitest';
import { createEmulatorFixture } from '../emulator/emulator-fixture.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { phoenix } from '../sources/phoenix.ts';
import { type CreateStage, createOnce, findCreated } from './create-once.ts';

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
    wait: async (milliseconds: number) => {
      waited += milliseconds;
      fixture.pass(milliseconds);
    },
    now: () => 0,
  };
  return {
    fixture,
    list,
    means,
    stages,
    stop,
    waited: () => waited,
    sent: () => sent,
    run: () =>
      createOnce(request, 'prod', means, {
        onStage: (stage) => stages.push(stage),
        onAttempt: () => undefined,
        stopSearching: stop.signal,
      }),
  };
}

it('sends one request and hands on what it made', async () => {
  const { run, list, sent, stages } = start('db.example');
  const outcome = await run();
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
    const { run, list, sent, stages } = start(host);
    const outcome = await run();
    const held = await list();
    expect(held).toHaveLength(1);
    expect(outcome).toMatchObject({ kind: 'created', receipt: { id: held[0]?.id }, wasLost: true });
    expect(sent()).toBe(1);
    expect(stages).toEqual(['looking', 'creating', 'searching']);
  });

  it('finds what is made five seconds later', async () => {
    const { run, list, waited } = start('timeout-created-later.example');
    expect(await run()).toMatchObject({ kind: 'created', wasLost: true });
    expect(await list()).toHaveLength(1);
    expect(waited()).toBeGreaterThanOrEqual(5000);
  });

  it.each(['timeout.example', 'server-error.example', 'html-page.example', 'cut-before.example'])(
    '%s: gives up after 90 seconds without a word of certainty',
    async (host) => {
      const { run, list, waited, sent } = start(host);
      expect(await run()).toMatchObject({ kind: 'unknown', attempt: { name: 'Phoenix db', knownIds: [] } });
      expect(await list()).toEqual([]);
      expect(waited()).toBe(90_000);
      expect(sent()).toBe(1);
    },
  );

  it('an older connection of the same name is not taken for the new one', async () => {
    const { run, list, fixture } = start('timeout.example');
    const older = await fixture.client.createConnection('prod', {
      name: 'Phoenix db',
      auth: {
        specName: phoenix.authSpecName,
        params: { host: 'old', username: 'u', password: 'p' },
      },
      connectionSpec: phoenix.connectionSpec,
    });
    expect(await run()).toMatchObject({ kind: 'unknown', attempt: { knownIds: [older.id] } });
    expect(await list()).toHaveLength(1);
  });

  it('stops looking when told to', async () => {
    const { run, stop, means, waited } = start('timeout.example');
    const real = means.wait;
    means.wait = async (milliseconds) => {
      await real(milliseconds);
      if (waited() > 3000) stop.abort();
    };
    expect(await run()).toMatchObject({ kind: 'unknown' });
    expect(waited()).toBeLessThan(10_000);
  });
});

it('a refusal is thrown, nothing was made, and nothing is searched', async () => {
  const { run, list, stages } = start('wrong-password.example');
  await expect(run()).rejects.toMatchObject({ status: 400, wasNotCarriedOut: true });
  expect(await list()).toEqual([]);
  expect(stages).toEqual(['looking', 'creating']);
});

it('nothing is sent when the sandbox cannot be looked at before', async () => {
  const { run, means, sent } = start('db.example');
  means.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
  await expect(run()).rejects.toMatchObject({ kind: 'network' });
  expect(sent()).toBe(0);
});

it('a search ends when the service refuses to list', async () => {
  const { means } = start('db.example');
  means.list = () =>
    Promise.reject(FlowServiceError.fromAnswer('listConnections', new Response(null, { status: 401 }), ''));
  const attempt = { name: 'A', sandbox: 'prod', specId: 'x', knownIds: [], startedAt: 0 };
  await expect(findCreated(attempt, means, new AbortController().signal)).rejects.toMatchObject({
    status: 401,
  });
});
