import { type Page, type Request, expect, test } from '@playwright/test';
import { expectValues, heldBy } from '../../support/wizard/caller-navigation.ts';
import { countActions } from '../../support/wizard/count-actions.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import {
  expectPreview,
  importDialog,
  paste,
  pasteIntoDialog,
  previewLine,
} from '../../support/wizard/import-dialog.ts';
import { collectTraces, readDocument } from '../../support/measure/traces.ts';
import {
  type CallerAnswers,
  expectStep,
  field,
  fillPhoenix,
  goToPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  useDemoCredentials,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

const clientSecret = 'client-secret-of-mine';
const password = 'Pa:s/s?w@rd';

/** Adobe's Postman environment (PM) with values. */
function toPostmanEnvironment({ apiKey, organizationId, accessToken, sandbox }: CallerAnswers): string {
  const values = {
    CLIENT_SECRET: clientSecret,
    API_KEY: apiKey,
    SCOPES: 'openid',
    ACCESS_TOKEN: accessToken,
    TECHNICAL_ACCOUNT_ID: '{TECHNICAL_ACCOUNT_ID}',
    IMS: 'ims-na1.adobelogin.com',
    IMS_ORG: organizationId,
    SANDBOX_NAME: sandbox,
  };
  return JSON.stringify({
    name: 'Experience Platform',
    values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })),
  });
}

const thinUrl = `jdbc:phoenix:thin:url=https://pasted.azurehdinsight.net:443/hbasephoenix0;serialization=PROTOBUF;authentication=BASIC;avatica_user=admin;avatica_password=${password}`;

test('a new user gets to the ID with one paste and three typed values', async ({ page }) => {
  const caller = await getOwnCredentials();
  const { clicked, typed } = await countActions(page);
  await openWizard(page);
  await pasteIntoDialog(page, 'Import credentials', toPostmanEnvironment(caller));
  await press(page, 'Apply');
  await expectValues(page, {
    'API key': caller.apiKey,
    'Organization ID': caller.organizationId,
    'Access token': caller.accessToken,
    Sandbox: 'prod',
  });
  await press(page, 'Continue');
  await fillPhoenix(page, { ...mycluster, host: 'mycluster' });
  await press(page, 'Continue');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);

  expect((await heldBy(caller)).map((held) => held.id)).toEqual([id]);
  expect(typed).toEqual(['Host', 'Username', 'Password']);
  expect(clicked.length, clicked.join(', ')).toBeLessThanOrEqual(7);
});

test('a thin-client URL fills in the whole Phoenix step', async ({ page }) => {
  const { clicked, typed } = await countActions(page);
  await goToPhoenix(page);
  const before = { clicks: clicked.length, typed: typed.length };
  await field(page, 'Host').focus();
  await paste(page, thinUrl);
  await press(page, 'Apply');
  await showPresetFields(page);
  await expectValues(page, {
    Host: 'pasted.azurehdinsight.net',
    Port: '443',
    'HTTP path': '/hbasephoenix0',
    Username: 'admin',
    Password: password,
    'Connection name': 'Phoenix pasted',
  });
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expectStep(page, 'Phoenix pasted');
  await readConnectionId(page);

  expect(typed.slice(before.typed)).toEqual([]);
  const clicks = clicked.slice(before.clicks);
  expect(clicks.length, clicks.join(', ')).toBeLessThanOrEqual(4);
});

test('a full address pasted into Host opens the dialog and is not stored in the page', async ({ page }) => {
  await goToPhoenix(page);
  await field(page, 'Host').fill('kept.example');
  await field(page, 'Host').selectText();
  await paste(page, thinUrl);
  await expect(previewLine(page, 'Thin-client JDBC URL.')).toBeFocused();
  expect(await page.content()).not.toContain(password);
  await press(page, 'Cancel');
  await expect(importDialog(page)).toBeHidden();
  await expectValues(page, { Host: 'kept.example', Username: '', Password: '' });

  await field(page, 'Host').selectText();
  await paste(page, 'plain.example');
  await expect(field(page, 'Host')).toHaveValue('plain.example');
  await expect(importDialog(page)).toBeHidden();
});

const lists = [
  'avatica_user=admin;avatica_password=S3CRETpw',
  'export PHOENIX_USER=admin PHOENIX_PASSWORD=S3CRETpw',
] as const;

for (const list of lists) {
  test(`${list.replace('S3CRETpw', '...')}: the password goes into Password only`, async ({ page }) => {
    await goToPhoenix(page);
    await field(page, 'Username').focus();
    await paste(page, list);
    await expectPreview(page, [
      ['Username', 'Empty', 'admin'],
      ['Password', 'Empty', '•••••••• (8 characters)'],
    ]);
    expect(await readDocument(page)).not.toContain('S3CRETpw');
    await press(page, 'Apply');
    await expectValues(page, { Username: 'admin', Password: 'S3CRETpw' });
    await field(page, 'Host').fill('mycluster');
    await expect.poll(() => readSession(page)).toContain('"host":"mycluster');
    expect(await readSession(page)).toContain('"username":"admin"');
    expect(await readSession(page)).not.toContain('S3CRETpw');
    await press(page, 'Continue');
    await expectStep(page, 'Review');
    expect(await readDocument(page)).not.toContain('S3CRETpw');
    expect(await readSession(page)).not.toContain('S3CRETpw');
  });
}

test('a password typed into Username is not stored, and the page says why the field is empty', async ({
  page,
}) => {
  await goToPhoenix(page);
  await field(page, 'Username').fill('admin;avatica_password=S3CRETpw');
  await field(page, 'Host').fill('typed.example');
  await expect.poll(() => readSession(page)).toContain('typed.example');
  expect(await readSession(page)).not.toContain('S3CRETpw');
  await page.reload();
  await expectStep(page, 'Experience Platform');
  await expect(page.getByText('Secrets and values that may contain secrets are never stored')).toBeVisible();
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectValues(page, { Host: 'typed.example', Username: '', Password: '' });
});

test('pasted text is not sent before Create, except credentials for loading data', async ({ page }) => {
  const caller = await getOwnCredentials();
  const { traces, look } = collectTraces(page);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await openWizard(page);
  await pasteIntoDialog(page, 'Import credentials', toPostmanEnvironment(caller));
  await press(page, 'Apply');
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('prod');
  await press(page, 'Continue');
  await pasteIntoDialog(page, 'Paste a connection string', thinUrl);
  await press(page, 'Apply');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await look();

  expect(requests.map((request) => request.method())).toEqual(requests.map(() => 'GET'));
  const tokens = await Promise.all(requests.map((request) => request.headerValue('authorization')));
  const withToken = requests.filter((_, position) => tokens[position] !== null);
  expect(withToken.map((request) => new URL(request.url()).pathname).sort()).toEqual([
    '/api/flowservice/connectionSpecs/102706fb-a5cd-42ee-afe0-bc42f017ff43',
    '/api/flowservice/connections',
    '/api/sandbox-management/',
  ]);
  const left = traces.join('\n');
  for (const secret of [caller.accessToken, clientSecret, password]) {
    expect(left).not.toContain(secret);
    expect(left).not.toContain(encodeURIComponent(secret));
  }
  expect(requests.map((request) => request.url()).join('\n')).not.toContain('pasted.azurehdinsight.net');
});

/** The data that survives a reload of the tab. */
function readSession(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(Object.values(sessionStorage)).replaceAll('\\"', '"'));
}

test('an import that failed to load keeps typed values, and opens when the button is pressed again', async ({
  page,
}) => {
  const dialogCode = /\/ImportDialog-[^/]*\.js$/;
  await page.route(dialogCode, (route) => route.abort());
  await openWizard(page);
  await field(page, 'Access token').fill('typed-token');
  await press(page, 'Import credentials');
  await expect(page.getByText('The import failed to load. Try again.')).toBeVisible();
  await expectValues(page, { 'Access token': 'typed-token' });
  await page.unroute(dialogCode);
  await press(page, 'Import credentials');
  await expect(importDialog(page)).toBeVisible();
});
