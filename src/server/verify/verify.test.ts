import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectionSpecs } from '../../emulator/connections/connection-specs.ts';
import { connectionReceipt } from '../../flow-service/schemas/connection.ts';
import { demoCredentials } from '../../flow-service/schemas/environment.ts';
import { closedPolicy } from '../../testing/closed-policy.ts';
import { phoenixRequest } from '../../testing/emulator-fixture.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { readSettings } from '../settings/settings.ts';
import { startEmulator } from '../start-emulator.ts';
import { verify } from './verify.ts';

const organizationId = '0123456789ABCDEF01234567@AdobeOrg';
const secret = 'unmistakable-client-secret';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function settingsOf(port: number, changes: Record<string, string> = {}) {
  return readSettings({
    AEP_GATEWAY_URL: `http://127.0.0.1:${port}`,
    AEP_CLIENT_ID: 'unmistakable-client',
    AEP_ORG_ID: organizationId,
    AEP_CLIENT_SECRET: secret,
    ...changes,
  });
}

/** A local service with one connection, whose requests are recorded. */
async function startService(secrets: 'mask' | 'opaque') {
  const service = await startEmulator({ host: '127.0.0.1', port: 0, policy: closedPolicy, secrets });
  onTestFinished(() => service.close());
  const answer = await fetch(`${service.url}/local/demo-credentials`, { method: 'POST' });
  const demo = demoCredentials.parse(await answer.json());
  const created = await fetch(`${service.url}/data/foundation/flowservice/connections`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${demo.accessToken}`,
      'x-api-key': demo.apiKey,
      'x-gw-ims-org-id': organizationId,
      'x-sandbox-name': 'prod',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(
      phoenixRequest(
        {
          host: 'unmistakable-host.example',
          username: 'unmistakable-user',
          password: 'unmistakable-password',
        },
        { name: 'Unmistakable name', description: 'Unmistakable description' },
      ),
    ),
  });
  return { ...service, ...connectionReceipt.parse(await created.json()) };
}

it.each(['mask', 'opaque'] as const)(
  'tests and explores the named connection, and shows nothing private: %s',
  async (secrets) => {
    const { port, id, etag } = await startService(secrets);
    const folder = join(await newFolder(), 'specs');
    const report = await verify(settingsOf(port), 'Unmistakable name', folder);
    expect(report).toContain('confirmed: The path of a Phoenix table is SCHEMA.TABLE.');
    expect(report).toContain(secrets === 'mask' ? 'confirmed: Secrets are' : 'contradicted: Secrets are');
    expect(report).not.toMatch(/unmistakable/i);
    expect(report).not.toMatch(/eyJ/);
    for (const text of [organizationId, id, etag.slice(1, -1), 'RETAIL', 'ORDERS']) {
      expect(report).not.toContain(text);
    }
    const files = await readdir(folder);
    expect(files).toHaveLength(connectionSpecs.length);
    // The path of the folder may have the name of the user.
    expect(report).toContain(`${connectionSpecs.length} connection specs saved in specs\n`);
    const phoenix = await readFile(join(folder, '102706fb-a5cd-42ee-afe0-bc42f017ff43.json'), 'utf8');
    expect(JSON.parse(phoenix)).toMatchObject({
      name: 'phoenix',
      authSpec: [{ name: 'Basic Authentication' }],
    });
  },
);

it('only reads, apart from the request for a token', async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`);
    response.setHeader('Content-Type', 'application/json');
    const isToken = request.url?.startsWith('/ims');
    response.end(
      JSON.stringify(
        isToken ? { access_token: 'a.b.c', expires_in: 86_399 } : { items: [{ id: 'x', name: 'x' }] },
      ),
    );
  });
  const port = await listenOnLoopback(server);
  await verify(settingsOf(port, { AEP_SANDBOX: 'dev' }), 'x', await newFolder());
  const base = '/data/foundation/flowservice';
  expect([...new Set(requests)].toSorted()).toEqual([
    `GET ${base}/connectionSpecs`,
    `GET ${base}/connectionSpecs/00000000-0000-4000-8000-000000000000`,
    `GET ${base}/connectionSpecs/102706fb-a5cd-42ee-afe0-bc42f017ff43`,
    `GET ${base}/connections`,
    `GET ${base}/connections/00000000-0000-4000-8000-000000000000`,
    `GET ${base}/connections/x`,
    `GET ${base}/connections/x/explore`,
    `GET ${base}/connections/x/test`,
    'GET /data/foundation/sandbox-management/',
    'POST /ims/token/v3',
  ]);
});

it('removes its secrets from a service that repeats them, in the report and in the files', async () => {
  const accessToken = 'unmistakable.access.token';
  const server = createServer(({ headers }, response) => {
    const echo = String(headers.authorization);
    response.setHeader('Content-Type', `application/json; echo="${echo}"`);
    const item = { id: 'x', name: echo, state: echo, type: echo, [echo]: echo, authSpec: [{ name: echo }] };
    response.end(
      JSON.stringify({ error_code: echo, type: echo, items: [item], sandboxes: [{ state: echo }] }),
    );
  });
  const port = await listenOnLoopback(server);
  const folder = await newFolder();
  const settings = settingsOf(port, {
    AEP_CLIENT_SECRET: '',
    AEP_ACCESS_TOKEN: accessToken,
    AEP_SANDBOX: 'dev',
  });
  const report = await verify(settings, 'x', folder);
  expect(report).not.toContain(accessToken);
  const saved = await readFile(join(folder, 'x.json'), 'utf8');
  expect(saved).toContain('"id": "x"');
  expect(saved).not.toContain(accessToken);
});

it.each([
  [
    'without credentials',
    { AEP_CLIENT_SECRET: '', AEP_CLIENT_ID: '', AEP_ORG_ID: '' },
    'Set AEP_GATEWAY_URL',
  ],
  ['with a wrong secret', { AEP_CLIENT_SECRET: 'wrong-client-secret' }, 'invalid_client'],
  ['without a sandbox', { AEP_CLIENT_ID: 'sandboxes-forbidden' }, 'Set AEP_SANDBOX'],
])('says in one sentence what is missing: %s', async (_, changes, words) => {
  const { port } = await startService('mask');
  const started = verify(settingsOf(port, changes), null, await newFolder());
  await expect(started).rejects.toThrow(words);
});

// A long timeout, because the test starts a process and the machine may be busy.
it('is a command that prints what is missing, and exits with 1', { timeout: 30_000 }, async () => {
  const none = Object.fromEntries(
    ['AEP_GATEWAY_URL', 'AEP_CLIENT_ID', 'AEP_ORG_ID', 'AEP_CLIENT_SECRET', 'AEP_ACCESS_TOKEN'].map(
      (name) => [name, ''],
    ),
  );
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/verify-adobe.ts'], {
    env: { ...process.env, ...none },
  });
  onTestFinished(() => void child.kill());
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output).toBe(
    'Set AEP_GATEWAY_URL, AEP_CLIENT_ID, AEP_ORG_ID and AEP_CLIENT_SECRET (or AEP_ACCESS_TOKEN) in .env.local.\n',
  );
});
