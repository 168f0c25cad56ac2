import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { type Socket, createServer } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createProgramClient } from '../flow-service/program-client.ts';
import { demoCredentials } from '../flow-service/schemas/environment.ts';
import { failureOf, phoenixRequest } from '../testing/emulator-fixture.ts';
import { closedPolicy } from '../testing/closed-policy.ts';
import { openDatabase } from '../testing/open-database.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

const running: RunningEmulator[] = [];

async function start(options: Partial<Parameters<typeof startEmulator>[0]> = {}) {
  const emulator = await startEmulator({ host: '127.0.0.1', policy: closedPolicy, port: 0, ...options });
  running.push(emulator);
  const answer = await fetch(`${emulator.url}/local/demo-credentials`, { method: 'POST' });
  const credentials = demoCredentials.parse(await answer.json());
  const client = createProgramClient({ baseUrl: `${emulator.url}/data/foundation`, fetch, credentials });
  return { ...emulator, client };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

describe('over HTTP', () => {
  it.each([
    ['a foreign name that resolves to this computer', { host: 'rebound.example:80' }],
    ['another web page', { origin: 'https://other.example' }],
    ['a page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ])('rejects requests of %s', async (_, headers) => {
    const { url } = await start();
    const request = get(`${url}/local/scenarios`, { headers: Object.fromEntries(Object.entries(headers)) });
    const [response] = await once(request, 'response');
    response.resume();
    expect(response.statusCode).toBe(403);
  });

  it('supports every operation of the client', async () => {
    const { client } = await start();
    expect((await client.listSandboxes()).items.map(({ name }) => name)).toEqual(['prod', 'dev', 'staging']);
    expect(await client.getConnectionSpec('prod', phoenixRequest().connectionSpec.id)).toMatchObject({
      name: 'phoenix',
    });
    const { id, etag } = await client.createConnection('prod', phoenixRequest({}, { name: 'Größe “1/2”' }));
    const filters = [`name=="Größe “1/2”"`, `connectionSpec.id==${phoenixRequest().connectionSpec.id}`];
    expect(await client.listConnections('prod', { filters, orderBy: '-createdAt' })).toMatchObject({
      connections: [{ id }],
    });
    expect(await client.countConnections('prod', filters)).toBe(1);
    expect(await client.testConnection('prod', id)).toBe(true);
    const [table] = (await client.exploreRoot('prod', id)).items;
    expect((await client.exploreTable('prod', id, table?.path ?? '')).data).toHaveLength(10);
    const patch = [{ op: 'replace', path: '/name', value: 'New' }] as const;
    const receipt = await client.updateConnection('prod', id, etag, patch);
    expect(await client.getConnection('prod', id)).toMatchObject({ name: 'New', etag: receipt.etag });
    await client.deleteConnection('prod', id);
    expect(await client.countConnections('prod', [])).toBe(0);
  });

  it.each([
    ['wrong-password.example', { status: 400, family: 'problem', code: 'FLOW-1100-400' }],
    ['rate-limited-retry-after.example', { status: 429, family: 'gateway', retryAfterSeconds: 3 }],
    ['html-page.example', { status: 502, family: 'unreadable' }],
    ['truncated-json.example', { kind: 'shape', status: 201 }],
  ])('fails in the same way as %s', async (host, failure) => {
    const { client } = await start();
    expect(await failureOf(client.createConnection('prod', phoenixRequest({ host })))).toMatchObject(failure);
  });

  it.each([
    ['cut-before.example', 0],
    ['cut-created.example', 1],
  ])('cuts the connection for %s, and has %i afterwards', async (host, count) => {
    const { client } = await start();
    const failure = await failureOf(client.createConnection('prod', phoenixRequest({ host })));
    expect(failure).toMatchObject({ kind: 'network', status: null, wasNotCarriedOut: false });
    expect(await client.countConnections('prod', [])).toBe(count);
  });

  it('responds to a slow request after its delay', async () => {
    const waits: number[] = [];
    const { client } = await start({
      schedule: (milliseconds, run) => {
        waits.push(milliseconds);
        run();
      },
    });
    const body = phoenixRequest({ host: 'slow-answer.example' });
    await expect(client.createConnection('prod', body)).resolves.toHaveProperty('id');
    expect(waits).toEqual([20_000]);
  });
});

it('disconnects from a database when its caller disconnects', async () => {
  const { url } = await start();
  const database = createServer();
  database.listen(0, '127.0.0.1');
  onTestFinished(() => void database.close());
  await once(database, 'listening');
  const address = database.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connected = once(database, 'connection');
  const caller = new AbortController();
  const api = { baseUrl: `${url}/data/foundation`, localUrl: `${url}/local` };
  const tested = openDatabase(api, port, caller.signal);
  const [socket]: Socket[] = await connected;
  const closed = new Promise((resolve) => socket?.resume().once('close', resolve));
  caller.abort();
  await expect(tested).rejects.toThrow('aborted');
  await closed;
});

it('rejects a port that is taken and says what to do', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(startEmulator({ host: '127.0.0.1', policy: closedPolicy, port })).rejects.toThrow(
    `Port ${port} is taken on 127.0.0.1. Stop the program that uses it, or set PORT to a free port.`,
  );
});

it('stops although a client keeps its connection open, and can be started again', async () => {
  const first = await startEmulator({ host: '127.0.0.1', policy: closedPolicy, port: 0 });
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    get(`${first.url}/local/scenarios`, { agent }, (response) => response.resume().once('end', resolve)).once(
      'error',
      reject,
    );
  });
  await first.close();
  agent.destroy();
  const second = await start({ port: Number(new URL(first.url).port) });
  expect(second.url).toBe(first.url);
});
