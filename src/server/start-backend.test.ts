import { expect, onTestFinished, test } from 'vitest';
import { environment } from '../flow-service/schemas/environment.ts';
import { proxyProblem } from '../flow-service/schemas/proxy-problem.ts';
import { checkedRequest } from '../testing/check-fixture.ts';
import { readCheckEvents } from '../testing/read-check-events.ts';
import { summarizeCheck } from '../testing/summarize-check.ts';
import { readSettings } from './settings/settings.ts';
import { startBackend } from './start-backend.ts';

/** Sends a request below `/api` to a backend with these settings. */
async function ask(settings: Record<string, string>, path: string): Promise<Response> {
  const backend = await startBackend(readSettings(settings), [], () => undefined);
  onTestFinished(backend.close);
  const headers = { host: 'localhost', 'x-connection-wizard': '1' };
  return backend.fetch(new Request(`http://localhost/api${path}`, { headers }));
}

test.each([
  ['https://platform.adobe.io', 'adobe'],
  ['https://platform-nld2.adobe.io', 'adobe'],
  ['https://adobe.io.evil.example', 'other'],
  ['https://notadobe.io', 'other'],
  ['http://127.0.0.1:8766', 'local'],
  ['', 'local'],
])('the environment gives the type of a gateway: %s is %s', async (gateway, target) => {
  const response = await ask({ AEP_GATEWAY_URL: gateway }, '/environment');
  expect(environment.parse(await response.json())).toMatchObject({ target });
});

test.each([
  [{}, 'real'],
  [{ HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://localhost:8443' }, 'real'],
  [{ HOST: '0.0.0.0' }, 'samples'],
  [{ PUBLIC_ORIGIN: 'https://wizard.example' }, 'samples'],
  [{ HOST: '0.0.0.0', ALLOW_CONNECTION_CHECK: '1' }, 'real'],
])('the environment says whether databases are opened: %j', async (settings, databases) => {
  const response = await ask({ ...settings }, '/environment');
  expect(environment.parse(await response.json())).toMatchObject({ databases });
});

const held = { AEP_CLIENT_ID: 'client', AEP_ORG_ID: '5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg' };

test('with a client secret, the local service works without credentials of the user', async () => {
  const response = await ask({ ...held, AEP_CLIENT_SECRET: 'secret' }, '/sandbox-management/');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    sandboxes: [{ name: 'prod' }, { name: 'dev' }, { name: 'staging' }],
  });
});

test('a wrong client secret is reported, and nothing was sent', async () => {
  const response = await ask({ ...held, AEP_CLIENT_SECRET: 'wrong-client-secret' }, '/sandbox-management/');
  const problem = proxyProblem.parse(await response.json());
  expect(problem.detail).toContain('invalid_client');
  expect(problem.reached).toBe('no');
});

test('neither the local service nor its sample cluster is opened as a database', async () => {
  const ownPorts: number[] = [];
  const backend = await startBackend(readSettings({}), ownPorts, () => undefined);
  onTestFinished(backend.close);
  const check = async (host: string, port: number) => {
    const body = JSON.stringify({ ...checkedRequest, host, port });
    const headers = {
      host: 'localhost',
      'x-connection-wizard': '1',
      'content-type': 'application/json',
      'content-length': String(body.length),
    };
    const request = new Request('http://localhost/api/check', { method: 'POST', headers, body });
    return summarizeCheck(await readCheckEvents(await backend.fetch(request)));
  };
  // The sample cluster starts when it is needed.
  expect(await check('db.example', 443)).toMatchObject({ isSample: true });
  expect(ownPorts).toHaveLength(2);
  for (const port of ownPorts) {
    expect(await check('127.0.0.1', port)).toMatchObject({ outcome: 'network: portNotAllowed' });
  }
});
