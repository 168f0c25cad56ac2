import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type Server, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type InlineConfig, createServer, preview } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { environment } from '../flow-service/schemas/environment.ts';
import { failureOf } from '../testing/emulator-fixture.ts';
import { openDatabase } from '../testing/open-database.ts';
import { settingNames } from './settings/settings.ts';
import { apiPlugin } from './vite-plugin.ts';

/** A project with only a page and the local service, on a free port by default. */
async function viteConfig(port = '0'): Promise<InlineConfig> {
  // Blank, so that a developer's own settings do not affect the test.
  for (const name of settingNames) vi.stubEnv(name, '');
  vi.stubEnv('HOST', '127.0.0.1');
  vi.stubEnv('PORT', port);
  const root = await mkdtemp(join(tmpdir(), 'vite-'));
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true });
  });
  await writeFile(join(root, 'index.html'), 'the page');
  return { root, configFile: false, logLevel: 'silent', build: { outDir: '.' }, plugins: [apiPlugin()] };
}

async function startDev(port?: string) {
  const server = await createServer(await viteConfig(port));
  onTestFinished(() => server.close());
  return server.listen();
}

async function startPreview(port?: string) {
  return preview(await viteConfig(port));
}

function originOf(server: { httpServer: Pick<Server, 'address'> | null }): string {
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('Vite does not listen.');
  return `http://127.0.0.1:${address.port}`;
}

/** The origin of the local service behind a server. */
async function serviceBehind(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/environment`);
  return `http://${environment.parse(await response.json()).gatewayHost}`;
}

async function expectGone(origin: string): Promise<void> {
  await expect.poll(() => fetch(origin).catch(() => 'gone'), { timeout: 30_000 }).toBe('gone');
}

test.each([
  ['dev', startDev],
  ['preview', startPreview],
])('vite %s has the proxy below /api, and stops the local service when it stops', async (_name, start) => {
  const server = await start();
  const origin = originOf(server);
  const service = await serviceBehind(origin);
  expect((await fetch(`${origin}/api/local/scenarios`)).status).toBe(200);
  expect((await fetch(`${origin}/api/flowservice/runs`)).status).toBe(404);
  expect(
    (await fetch(`${origin}/api/environment`, { headers: { origin: 'http://localhost:1' } })).status,
  ).toBe(403);
  const page = await fetch(`${origin}/connect/platform`, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('the page');

  await server.close();
  await expectGone(service);
});

test.each([
  ['dev', startDev],
  ['preview', startPreview],
])('vite %s opens no database on its own port', async (_name, start) => {
  const server = await start();
  onTestFinished(() => server.close());
  const origin = originOf(server);
  const api = { baseUrl: `${origin}/api`, localUrl: `${origin}/api/local` };
  const { detail } = await failureOf(openDatabase(api, Number(new URL(origin).port)));
  expect(detail).toContain('This server does not open this port.');
});

test.each([
  ['dev', startDev],
  ['preview', startPreview],
])('vite %s reports a port that is taken in one sentence only', async (_name, start) => {
  const taken = createTcpServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const port = originOf({ httpServer: taken }).split(':').at(-1);
  const error: unknown = await start(port).catch((cause: unknown) => cause);
  // Vite prints errors in this form.
  expect(inspect(error)).toBe(
    `[Port ${port} is taken on 127.0.0.1. Stop the program that uses it, or set PORT to a free port.]`,
  );
});

test('--port and --host of vite override PORT and HOST', async () => {
  const config = await viteConfig('1');
  vi.stubEnv('HOST', 'unknown-host.invalid');
  const options = { host: '127.0.0.1', port: 0 };
  const server = await createServer({ ...config, server: options });
  onTestFinished(() => server.close());
  await server.listen();
  expect((await fetch(originOf(server))).status).toBe(200);
  const previewed = await preview({ ...config, preview: options });
  onTestFinished(() => previewed.close());
  expect((await fetch(originOf(previewed))).status).toBe(200);
});

test('vite --host opens the server to other computers, so credentials on the server need a login', async () => {
  const config = await viteConfig();
  vi.stubEnv('AEP_CLIENT_ID', 'client');
  vi.stubEnv('AEP_ORG_ID', `${'A'.repeat(24)}@AdobeOrg`);
  vi.stubEnv('AEP_CLIENT_SECRET', 'secret');
  const error: unknown = await createServer({ ...config, server: { host: true } }).catch(
    (cause: unknown) => cause,
  );
  expect(inspect(error)).toContain('HOST is 0.0.0.0, and the server has credentials but no login.');
});

test('restarting vite stops the old local service and starts a new one', async () => {
  const server = await startDev();
  onTestFinished(() => server.close());
  const before = await serviceBehind(originOf(server));
  await server.restart();
  const after = await serviceBehind(originOf(server));
  expect(after).not.toBe(before);
  await expectGone(before);
  expect((await fetch(`${after}/local/scenarios`)).status).toBe(200);
});

test('no environment file is included in the page', async () => {
  const server = await startDev();
  onTestFinished(() => server.close());
  expect(server.config.envDir).toBe(false);
  expect(server.config.server.cors).toBe(false);
});
