import { type Page, expect, test } from '@playwright/test';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import type { PassedRequest } from '../../support/network/gateway.ts';
import { recordedAppPort } from '../../support/servers/ports.ts';
import { startRecorder } from '../../support/network/recorder.ts';
import { sendRaw } from '../../support/network/send-raw.ts';
import {
  type CallerAnswers,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

// The tests run one after the other, because the recorder's port is the gateway that the app was started with.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://localhost:${recordedAppPort}` });

let recorder: Awaited<ReturnType<typeof startRecorder>>;
test.beforeAll(async () => {
  recorder = await startRecorder();
});
test.afterAll(() => recorder.close());

async function fillInTutorial(page: Page, caller: CallerAnswers, password: string) {
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, { ...mycluster, password });
  await field(page, 'Connection name').fill('Phoenix test connection');
}

async function create(page: Page, organizationId: string): Promise<PassedRequest> {
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  const created = recorder.requests.filter(
    ({ method, headers }) => method === 'POST' && headers['x-gw-ims-org-id'] === organizationId,
  );
  expect(created).toHaveLength(1);
  const [request] = created;
  if (request === undefined) throw new Error('No connection was created.');
  return request;
}

/**
 * The body from Adobe's tutorial "Create a Phoenix connector using the Flow Service API" with its placeholders filled
 * in.
 */
const documentedBody = {
  name: 'Phoenix test connection',
  description: 'Phoenix test connection',
  auth: {
    specName: 'Basic Authentication',
    params: {
      host: 'mycluster.azurehdinsight.net',
      username: 'admin',
      password: 'correct horse',
      port: 443,
      httpPath: '/hbasephoenix0',
      enableSsl: true,
    },
  },
  connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
};

test('the request in the tutorial arrives unchanged, without browser headers', async ({ page }) => {
  const caller = await getOwnCredentials();
  await fillInTutorial(page, caller, 'correct horse');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Local Flow Service');
  await field(page, 'Description (optional)').fill('Phoenix test connection');
  await page.context().addCookies([{ name: 'session', value: 'of the browser', url: page.url() }]);
  const { target, headers, body } = await create(page, caller.organizationId);

  expect(target).toBe('/data/foundation/flowservice/connections');
  expect(JSON.parse(body)).toEqual(documentedBody);
  expect(headers).toMatchObject({
    authorization: `Bearer ${caller.accessToken}`,
    'x-api-key': caller.apiKey,
    'x-gw-ims-org-id': caller.organizationId,
    'x-sandbox-name': 'prod',
    'content-type': 'application/json',
  });
  // Other headers may only be those that HTTP requires and those for the accepted content.
  const documented = [
    'authorization',
    'x-api-key',
    'x-gw-ims-org-id',
    'x-sandbox-name',
    'content-type',
    'accept',
  ];
  const transport = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding'];
  for (const request of recorder.requests) {
    const others = Object.keys(request.headers).filter(
      (name) => ![...documented, ...transport].includes(name),
    );
    expect(others, `headers of ${request.method} ${request.target}`).toEqual([]);
  }
});

test('a blank description is omitted, and a password arrives exactly as typed', async ({ page }) => {
  const caller = await getOwnCredentials();
  const password = ` edge "spaces" \\ 'quotes' & <ünïcödé> 🚀 `;
  await fillInTutorial(page, caller, password);
  await field(page, 'Description (optional)').fill('   ');
  const { body } = await create(page, caller.organizationId);
  const { description: _, ...withoutDescription } = documentedBody;
  const { auth } = withoutDescription;
  expect(JSON.parse(body)).toEqual({
    ...withoutDescription,
    auth: { ...auth, params: { ...auth.params, password } },
  });
});

const refused = [
  'DELETE /api/flowservice/flows',
  'GET /api/flowservice/runs',
  'POST /api/flowservice/sourceConnections',
  'GET /api/flowservice/../../x',
  'GET /api/flowservice/connections/../../../x',
  'GET /api/flowservice/%2e%2e/%2e%2e/x',
  'GET /api/flowservice/connections/..%2f..%2fx',
  'GET /api/flowservice//connections',
  'GET /api//flowservice/connections',
  'GET //api/flowservice/connections',
  'GET /API/flowservice/connections',
  'GET /api/flowservice/connections?queryString=name',
  'PUT /api/flowservice/connections',
  'GET http://127.0.0.1/api/flowservice/connections',
  'GET /data/foundation/flowservice/connections',
];

test('a request that is not on the list never reaches the service', async () => {
  const caller = await getOwnCredentials();
  const headers = {
    Authorization: `Bearer ${caller.accessToken}`,
    'x-api-key': caller.apiKey,
    'x-gw-ims-org-id': caller.organizationId,
    'x-sandbox-name': caller.sandbox,
  };
  const before = recorder.requests.length;
  for (const requestLine of refused) {
    const status = await sendRaw(recordedAppPort, requestLine, headers);
    expect(status, `${requestLine} gets a response`).toBeGreaterThanOrEqual(200);
    expect(recorder.requests.slice(before), `${requestLine} is not forwarded`).toEqual([]);
  }
  const foreign = { ...headers, Host: 'rebound.example' };
  expect(await sendRaw(recordedAppPort, 'GET /api/flowservice/connections', foreign)).toBe(403);
  expect(recorder.requests.slice(before)).toEqual([]);

  expect(await sendRaw(recordedAppPort, 'GET /api/flowservice/connections', headers)).toBe(200);
  expect(recorder.requests.slice(before)).toMatchObject([
    { method: 'GET', target: '/data/foundation/flowservice/connections' },
  ]);
});
