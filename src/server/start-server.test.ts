import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { environment } from '../flow-service/environment.ts';
import { type Settings, readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

/** The server of a page that says hello, on a free port. */
async function startForTest(settings: Partial<Settings> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.html'), 'hello');
  return startServer(
    { ...readSettings({ HOST: '127.0.0.1', PORT: '0' }), ...settings },
    folder,
    () => undefined,
  );
}

test('page, proxy and health are on one port, with the local service behind', async () => {
  const server = await startForTest();
  onTestFinished(server.close);
  const page = await fetch(`${server.origin}/`);
  expect(await page.text()).toBe('hello');
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  const described = await fetch(`${server.origin}/api/environment`);
  expect(environment.parse(await described.json())).toMatchObject({ target: 'local', credentials: null });
  expect((await fetch(`${server.origin}/api/local/demo-credentials`, { method: 'POST' })).status).toBe(200);
});

test.each(['/api', '/api/', '/api/unknown', '/api/index.html'])('%s is never the page', async (path) => {
  const server = await startForTest();
  onTestFinished(server.close);
  const response = await fetch(`${server.origin}${path}`, { headers: { accept: 'text/html' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test('stopping answers what is under way, and takes nothing new', async () => {
  const arrived: ServerResponse[] = [];
  const gateway = createServer((_request, response) => arrived.push(response)).listen(0, '127.0.0.1');
  onTestFinished(() => void gateway.close());
  await once(gateway, 'listening');
  const address = gateway.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const server = await startForTest({ gatewayOrigin: `http://127.0.0.1:${port}` });

  const underWay = fetch(`${server.origin}/api/flowservice/connections`, { method: 'POST', body: '{}' });
  await expect.poll(() => arrived, { timeout: 5000 }).toHaveLength(1);
  const closed = server.close();
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
  arrived[0]?.writeHead(201).end('{"id":"1"}');
  const response = await underWay;
  expect([response.status, await response.text()]).toEqual([201, '{"id":"1"}']);
  await closed;
});

test('a taken port is one sentence that says what to do', async () => {
  const server = await startForTest();
  onTestFinished(server.close);
  const port = Number(new URL(server.origin).port);
  await expect(startForTest({ port })).rejects.toThrow(
    `Port ${port} is taken on 127.0.0.1. Stop what listens there, or set PORT to a free one.`,
  );
});
