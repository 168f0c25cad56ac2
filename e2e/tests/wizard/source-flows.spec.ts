import { type Page, expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { connectionRows, section } from '../../support/wizard/connections.ts';
import { paste } from '../../support/wizard/import-dialog.ts';
import { chooseSource } from '../../support/wizard/sources.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

/** Six connections from the choice of the source to the page of the connection. */

async function goToSource(page: Page, link: string, heading: string, apiKey?: string) {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, { ...caller, ...(apiKey !== undefined && { apiKey }) });
  if (link !== 'Apache Phoenix') await chooseSource(page, link, heading);
  return caller;
}

async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value);
}

/** Goes through Review to the page of the connection, and returns the body that was sent. */
async function createFrom(page: Page, secrets: readonly string[]) {
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  for (const secret of secrets) await expect(page.getByText(secret)).toHaveCount(0);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/connections'),
  );
  await press(page, 'Create connection');
  const body = (await sent).postDataJSON();
  await readConnectionId(page);
  for (const secret of secrets) await expect(page.getByText(secret)).toHaveCount(0);
  return body;
}

test('Phoenix', async ({ page }) => {
  await goToSource(page, 'Apache Phoenix', 'Phoenix');
  await fillPhoenix(page, mycluster);
  expect(await createFrom(page, [mycluster.password])).toMatchObject({
    auth: { specName: 'Basic Authentication', params: { host: mycluster.host, port: 443 } },
  });
});

test('MySQL by its fields, whose test help speaks of MySQL', async ({ page }) => {
  // The local service has no real MySQL, so this is the answer of one through Adobe.
  await page.route('**/connections/*/test', (route) =>
    route.fulfill({
      status: 400,
      json: {
        type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400',
        title: 'Invalid request',
        status: 400,
        report: { 'detailed-message': 'Access denied for user reader (using password: YES)' },
      },
    }),
  );
  await goToSource(page, 'MySQL', 'MySQL');
  await fill(page, { Server: 'db.example', Database: 'sales', Username: 'reader', Password: 'SECRET-1' });
  const body = await createFrom(page, ['SECRET-1']);
  expect(body.auth.params).toEqual({
    connectionString: 'Server=db.example;Database=sales;UID=reader;PWD=SECRET-1',
  });
  await expectStep(page, 'MySQL db');
  const help = section(page, 'Test');
  await expect(help).toContainText('The database rejected these credentials.');
  await expect(help).toContainText('The usual port of MySQL is 3306.');
  await expect(help.getByRole('listitem').filter({ hasText: /Phoenix|HDInsight|query server/ })).toHaveCount(
    0,
  );
});

test('SQL Server by a pasted text', async ({ page }) => {
  await goToSource(page, 'Microsoft SQL Server', 'SQL Server');
  const text =
    'Data Source=db.example;Initial Catalog=sales;Integrated Security=False;User ID=reader;Password=SECRET-1;';
  await field(page, 'Server').focus();
  await paste(page, text);
  await expect(field(page, 'Database')).toHaveValue('sales');
  expect((await createFrom(page, ['SECRET-1'])).auth.params).toEqual({ connectionString: text });
});

test('Snowflake with a key pair, which only Adobe’s definition describes', async ({ page }) => {
  const id = 'b2e08744-4f1a-40ce-af30-7abac3e23cf3';
  const text = { type: 'string' };
  const properties = {
    account: text,
    username: text,
    privateKey: { ...text, format: 'password' },
    database: text,
    warehouse: text,
  };
  const authSpec = [{ name: 'Key Pair', spec: { properties, required: Object.keys(properties) } }];
  await page.route(`**/connectionSpecs/${id}*`, (route) =>
    route.fulfill({ json: { items: [{ id, name: 'snowflake', version: '1.0', authSpec }] } }),
  );
  // The local service knows only the documented way, so it gets that.
  await page.route('**/connections', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const auth = { specName: 'ConnectionString', params: { connectionString: 'jdbc:snowflake://x/' } };
    // A changed body of "continue" also changes what the test reads of the request.
    const response = await route.fetch({ postData: { ...route.request().postDataJSON(), auth } });
    return route.fulfill({ response });
  });
  await goToSource(page, 'Snowflake', 'Snowflake');
  const key = '-----BEGIN PRIVATE KEY-----\nSECRET-1\n-----END PRIVATE KEY-----';
  const values = { account: 'org-sales', username: 'reader', database: 'SALES', warehouse: 'AEP_WH' };
  await fill(page, { ...values, privateKey: key, 'Connection name': 'By key' });
  expect((await createFrom(page, ['SECRET-1'])).auth).toEqual({
    specName: 'Key Pair',
    params: { ...values, privateKey: key },
  });
});

test('BigQuery, which needs tokens from a consent page', async ({ page }) => {
  await goToSource(page, 'Google BigQuery', 'BigQuery');
  const values = { Project: 'sales-1', 'Client ID': 'client-1' };
  const secrets = { 'Client secret': 'SECRET-1', 'Refresh token': 'SECRET-2' };
  await fill(page, { ...values, ...secrets, 'Connection name': 'By consent' });
  expect((await createFrom(page, Object.values(secrets))).auth.params).toEqual({
    project: 'sales-1',
    clientId: 'client-1',
    clientSecret: 'SECRET-1',
    refreshToken: 'SECRET-2',
  });
});

test('a custom source has its name in lists, and its unsaved edit survives a reload', async ({ page }) => {
  const caller = await goToSource(page, 'custom-source-207', 'custom-source-207', 'many-specs');
  await fill(page, { Endpoint: 'https://crm.example', 'API token': 'SECRET-1', 'Connection name': 'CRM' });
  await createFrom(page, ['SECRET-1']);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toHaveText(/CRM.*custom-source-207/s);
  await page.getByRole('searchbox', { name: 'Search connections' }).fill('custom-source-207');
  await expect(connectionRows(page)).toHaveText(/CRM/);

  await page.getByRole('link', { name: 'CRM', exact: true }).click();
  await press(page, 'Edit');
  await expectStep(page, 'Edit CRM');
  await fill(page, { Endpoint: 'https://other.example', 'API token': 'SECRET-2' });
  await page.reload();
  await page.getByRole('link', { name: 'Enter credentials' }).click();
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Edit CRM');
  await expect(page.getByText('Your unsaved changes are restored')).toBeVisible();
  await expect(field(page, 'Endpoint')).toHaveValue('https://other.example');
  await expect(field(page, 'API token')).toHaveValue('');
});
