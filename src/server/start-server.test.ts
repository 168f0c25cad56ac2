import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { environment } from '../flow-service/schemas/environment.ts';
import { openDatabase } from '../testing/open-database.ts';
import { failureOf } from '../testing/emulator-fixture.ts';
import { proxyProblem } from '../flow-service/schemas/proxy-problem.ts';
import { type Settings, readSettings } from './settings/settings.ts';
import { type StopGrace, startServer } from './start-server.ts';

/** Starts a server whose page says hello, on a free port. */
async function startForTest(settings: Partial<Settings> = {}, lines: string[] = [], grace?: StopGrace) {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.html'), 'hello');
  return startServer(
    { ...readSettings({ HOST: '127.0.0.1', PORT: '0' }), ...settings },
    folder,
    (line) => lines.push(line),
    grace === undefined ? {} : { grace },
  );
}

/** A gateway that leaves every request unanswered; `arrived` contains the pending responses. */
async function startHoldingGateway() {
  const arrived: ServerResponse[] = [];
  const gateway = createServer((_request, response) => arrived.push(response)).listen(0, '127.0.0.1');
  onTestFinished(() => {
    gateway.closeAllConnections();
    gateway.close();
  });
  await once(gateway, 'listening');
  const address = gateway.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { gatewayOrigin: `http://127.0.0.1:${port}`, arrived };
}

test('page, proxy and health check share one port, with the local service behind', async () => {
  const server = await startForTest();
  onTestFinished(server.close);
  const page = await fetch(`${server.origin}/`);
  expect(await page.text()).toBe('hello');
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  const described = await fetch(`${server.origin}/api/environment`);
  expect(environment.parse(await described.json())).toMatchObject({ target: 'local', credentials: null });
  expect((await fetch(`${server.origin}/api/local/demo-credentials`, { method: 'POST' })).status).toBe(200);
});

test('no port of the server or its local service can be opened as a database', async () => {
  const server = await startForTest();
  onTestFinished(server.close);
  const described = await fetch(`${server.origin}/api/environment`);
  const { gatewayHost } = environment.parse(await described.json());
  const api = { baseUrl: `${server.origin}/api`, localUrl: `${server.origin}/api/local` };
  for (const port of [server.port, Number(gatewayHost.split(':').at(-1))]) {
    const { detail } = await failureOf(openDatabase(api, port));
    expect(detail).toContain('This server does not open this port.');
  }
});

test.each(['/api', '/api/', '/api/unknown', '/api/index.html'])('%s is never the page', async (path) => {
  const server = await startForTest();
  onTestFinished(server.close);
  const response = await fetch(`${server.origin}${path}`, { headers: { accept: 'text/html' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test('stopping completes running requests and accepts no new ones', async () => {
  const { gatewayOrigin, arrived } = await startHoldingGateway();
  const server = await startForTest({ gatewayOrigin });

  const underWay = fetch(`${server.origin}/api/flowservice/connections`, { method: 'POST', body: '{}' });
  await expect.poll(() => arrived, { timeout: 30_000 }).toHaveLength(1);
  const closed = server.close();
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
  arrived[0]?.writeHead(201).end('{"id":"1"}');
  const response = await underWay;
  expect([response.status, await response.text()]).toEqual([201, '{"id":"1"}']);
  await closed;
});

test('a create without a response at the stop gets a response from the server', async () => {
  const { gatewayOrigin, arrived } = await startHoldingGateway();
  const lines: string[] = [];
  const server = await startForTest({ gatewayOrigin }, lines, { answers: 50, lastAnswers: 5000 });

  const underWay = fetch(`${server.origin}/api/flowservice/connections`, { method: 'POST', body: '{}' });
  await expect.poll(() => arrived, { timeout: 30_000 }).toHaveLength(1);
  const closed = server.close();
  const response = await underWay;
  expect(response.status).toBe(504);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(proxyProblem.parse(await response.json())).toMatchObject({
    title: 'The server was stopped',
    reached: 'unknown',
  });
  expect(lines).toEqual([expect.stringMatching(/^POST \/api\/flowservice\/connections 504 /)]);
  arrived[0]?.end('{}');
  await closed;
});

test('a create whose client disconnected does not delay the stop longer than another one', async () => {
  const { gatewayOrigin, arrived } = await startHoldingGateway();
  const lines: string[] = [];
  const server = await startForTest({ gatewayOrigin }, lines, { answers: 50, lastAnswers: 0 });

  const leaving = new AbortController();
  const { signal } = leaving;
  const underWay = fetch(`${server.origin}/api/flowservice/connections`, {
    method: 'POST',
    body: '{}',
    signal,
  });
  await expect.poll(() => arrived, { timeout: 30_000 }).toHaveLength(1);
  leaving.abort();
  await expect(underWay).rejects.toThrow('aborted');
  await server.close();
  await expect
    .poll(() => lines)
    .toEqual([expect.stringMatching(/^POST \/api\/flowservice\/connections 504 /)]);
});

test('a port that is taken is reported in one sentence that says what to do', async () => {
  const server = await startForTest();
  onTestFinished(server.close);
  const port = Number(new URL(server.origin).port);
  await expect(startForTest({ port })).rejects.toThrow(
    `Port ${port} is taken on 127.0.0.1. Stop the program that uses it, or set PORT to a free port.`,
  );
});
