import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { proxyProblem, proxyProblemPrefix } from '../../flow-service/schemas/proxy-problem.ts';
import { askForSignIn, record, startHttps } from '../../testing/check-fixture.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { readCheckEvents } from '../../testing/read-check-events.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { dialedRoute } from '../../query-server/check/check-route.ts';
import { closedPolicy } from '../../testing/closed-policy.ts';
import { readSettings } from '../settings/settings.ts';
import { startBackend } from '../start-backend.ts';
import { createCheckRoutes } from './check-routes.ts';

const password = 'marked-password-7f3a';

const cluster: CheckRequest = {
  protocol: 'phoenix',
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  path: '/hbasephoenix0',
  isEncrypted: true,
  credentials: { username: 'admin', password },
};

const remoteGateway = { AEP_GATEWAY_URL: 'https://gateway.invalid' };

interface Changes extends Omit<RequestInit, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

async function start(settings: Record<string, string> = {}) {
  const lines: string[] = [];
  const backend = await startBackend(readSettings(settings), [], (line) => lines.push(line));
  onTestFinished(backend.close);
  const server = createHttpServer(getRequestListener((request, env) => backend.fetch(request, env)));
  onTestFinished(() => server.closeAllConnections());
  const port = await listenOnLoopback(server);
  const ask = (body: unknown, { headers = {}, path = '', ...init }: Changes = {}) =>
    fetch(`http://localhost:${port}/api/check${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-connection-wizard': '1', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
  return {
    lines,
    ask,
    giveUp: backend.giveUp,
    check: async (changes: Partial<CheckRequest> = {}) =>
      summarizeCheck(await readCheckEvents(await ask({ ...cluster, ...changes }))),
  };
}

/** A port that accepts connections and sends nothing. */
async function startSilentPort() {
  const server = createServer();
  const recorded = record(server);
  return { ...recorded, port: await listenOnLoopback(server) };
}

async function problemOf(response: Response) {
  const { type, detail, reached } = proxyProblem.parse(await response.json());
  return { status: response.status, type: type.replace(proxyProblemPrefix, ''), detail, reached };
}

describe('which host is checked', () => {
  it('the sample cluster in place of sample names, while the local service is the target', async () => {
    const { check, lines } = await start();
    expect(await check()).toMatchObject({ outcome: 'passed', warnings: [], isSample: true });
    expect(await check({ host: 'MyCluster.AzureHDInsight.net.' })).toMatchObject({ isSample: true });
    expect(await check({ host: 'kerberos.example' })).toMatchObject({ outcome: 'signIn: kerberosRequired' });
    expect(lines.filter((line) => /^POST \/api\/check 200 \d+ms -$/.test(line))).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/azurehdinsight|admin|marked-password/);
  });

  it('the real host otherwise', async () => {
    const { port, count } = await startSilentPort();
    const { check } = await start();
    const localPort = { host: '127.0.0.1', port, isEncrypted: false, protocol: 'none' } as const;
    expect(await check(localPort)).toMatchObject({ outcome: 'passed', isSample: false });
    expect(count()).toBe(2);
  });

  it('in front of a remote gateway, sample names are real names', async () => {
    const { check } = await start(remoteGateway);
    expect(await check({ host: 'cluster.invalid' })).toMatchObject({
      outcome: expect.stringMatching(/^hostName: host(Unknown|LookupFailed)$/),
      isSample: false,
    });
  });

  it('no host, if other computers reach the server and the settings do not allow it', async () => {
    const { port, count } = await startSilentPort();
    const real = { host: '127.0.0.1', port };
    const remote = await start({ ...remoteGateway, PUBLIC_ORIGIN: 'https://wizard.example' });
    expect(await remote.check(real)).toMatchObject({ outcome: 'hostName: checkNotAllowed', isSample: false });
    const local = await start({ PUBLIC_ORIGIN: 'https://wizard.example' });
    expect(await local.check(real)).toMatchObject({ isSample: true });
    expect(count()).toBe(0);
  });

  it('a server that runs the local service elsewhere has its own sample cluster', async () => {
    const { check } = await start({ AEP_GATEWAY_URL: 'http://127.0.0.1:9' });
    expect(await check()).toMatchObject({ outcome: 'passed', isSample: true });
  });
});

describe('which requests are accepted', () => {
  it.each<[string, Changes, number, string]>([
    ['another web page', { headers: { origin: 'https://other.example' } }, 403, 'forbidden'],
    ['a page that hides its origin', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'forbidden'],
    [
      'a request without the header of the page',
      { headers: { 'x-connection-wizard': '' } },
      403,
      'forbidden',
    ],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 415, 'invalid-check'],
    ['a query', { path: '?host=other' }, 404, 'unlisted'],
    ['a slash at the end', { path: '/' }, 404, 'unlisted'],
    ['PUT', { method: 'PUT' }, 404, 'unlisted'],
    ['GET', { method: 'GET', body: null }, 404, 'unlisted'],
  ])('%s is rejected', async (_, init, status, type) => {
    const { ask } = await start(remoteGateway);
    expect(await problemOf(await ask(cluster, init))).toMatchObject({ status, type, reached: 'no' });
  });

  it.each<[string, unknown, number, string]>([
    ['no JSON', `{"host": "${password}`, 400, 'The body is not valid.'],
    ['a wrong value', { ...cluster, port: 99_999 }, 400, 'port is not valid.'],
    ['a missing password', { ...cluster, credentials: { username: password } }, 400, 'credentials.password'],
    ['an unknown property', { ...cluster, [password]: 1 }, 400, 'The body is not valid.'],
    [
      'a path without a slash',
      { ...cluster, path: `http://${password}/` },
      400,
      'path must start with a slash.',
    ],
    ['a path with a line break', { ...cluster, path: '/\r\nHost: a' }, 400, 'path must'],
    ['a body that is too large', ' '.repeat(70_000), 413, 'larger than'],
  ])('%s is rejected', async (_, body, status, detail) => {
    const { ask } = await start(remoteGateway);
    const problem = await problemOf(await ask(body));
    expect(problem).toMatchObject({ status, detail: expect.stringContaining(detail) });
    expect(problem.detail).not.toContain(password);
  });

  it('two at a time', async () => {
    const { port, sockets } = await startSilentPort();
    const { ask } = await start();
    const silent = { ...cluster, host: '127.0.0.1', port };
    const callers = [new AbortController(), new AbortController()];
    const responses = await Promise.all(callers.map(({ signal }) => ask(silent, { signal })));
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    const third = await ask(cluster);
    expect(third.headers.get('retry-after')).toBeNull();
    expect(await problemOf(third)).toMatchObject({ status: 429, type: 'too-many-checks' });
    for (const caller of callers) caller.abort();
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
    await vi.waitFor(async () => expect((await ask(cluster)).status).toBe(200), 10_000);
  });

  it('30 in a minute', async () => {
    const { ask } = await start({ ...remoteGateway, PUBLIC_ORIGIN: 'https://wizard.example' });
    for (let count = 0; count < 30; count += 1) {
      const response = await ask(cluster);
      expect(response.status).toBe(200);
      await response.text();
    }
    const response = await ask(cluster);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await problemOf(response)).toMatchObject({ status: 429, type: 'too-many-checks' });
  });
});

describe('the response', () => {
  it('is protected, and each event is sent when it happens', async () => {
    const { port, sockets } = await startSilentPort();
    const { ask } = await start();
    const caller = new AbortController();
    const response = await ask({ ...cluster, host: '127.0.0.1', port }, { signal: caller.signal });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"running","stage":"encryption"')) text += (await reader?.read())?.value ?? '';
    expect(text).toContain('"network","state":"passed"');
    expect(sockets.size).toBeGreaterThan(0);
    caller.abort();
  });

  it.each(['client', 'server'])('the %s ends the check', async (side) => {
    const { port, count, sockets } = await startSilentPort();
    const [caller, stopping] = [new AbortController(), new AbortController()];
    const routes = createCheckRoutes({
      findRoute: () => Promise.resolve(dialedRoute({ policy: closedPolicy })),
      redact: (text) => text,
      log: () => undefined,
      stopping: stopping.signal,
      now: Date.now,
      // Longer than the test waits.
      limits: { stage: 100_000, whole: 100_000 },
    });
    const server = createHttpServer(getRequestListener(routes.fetch));
    const url = `http://localhost:${await listenOnLoopback(server)}/api/check`;
    const body = JSON.stringify({ ...cluster, host: '127.0.0.1', port });
    const headers = { 'content-type': 'application/json', 'x-connection-wizard': '1' };
    const response = await fetch(url, { method: 'POST', headers, body, signal: caller.signal });
    await vi.waitFor(() => expect(count()).toBe(2), 10_000);
    (side === 'client' ? caller : stopping).abort();
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
    await response.text().catch(() => undefined);
  });

  it('ends when the server stops', async () => {
    const { port, sockets } = await startSilentPort();
    const { ask, giveUp } = await start();
    const response = await ask({ ...cluster, host: '127.0.0.1', port });
    giveUp();
    const events = await readCheckEvents(response);
    expect(events.filter(({ type }) => type === 'finished')).toEqual([]);
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
  });

  it('has no secret of the server', async () => {
    const secret = 'server-secret-5b1e';
    const { ask } = await start({
      AEP_CLIENT_ID: 'client',
      AEP_ORG_ID: '5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg',
      AEP_CLIENT_SECRET: secret,
    });
    const { port } = await startHttps('selfSigned', askForSignIn, `${secret}.local`);
    const text = await (await ask({ ...cluster, host: '127.0.0.1', port })).text();
    expect(text).toContain('certificateSelfSigned');
    expect(text).not.toContain(secret);
  });
});
