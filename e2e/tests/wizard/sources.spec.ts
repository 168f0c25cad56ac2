import { type Page, expect, test } from '@playwright/test';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { connectionRows, section, tabTo } from '../../support/wizard/connections.ts';
import { type DocumentedMethod, documentedMethods } from '../../support/wizard/documented-sources.ts';
import { chooseSource, enterAs } from '../../support/wizard/sources.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

function sourceLinks(page: Page) {
  return page.getByRole('main').getByRole('listitem').getByRole('link');
}

async function fillMethod(page: Page, { method, entry, fields }: DocumentedMethod) {
  if (method !== null) {
    await page.getByRole('radiogroup', { name: 'Authentication' }).getByText(method, { exact: true }).click();
  }
  if (entry !== null) await enterAs(page, entry);
  for (const [label, , typed] of fields) await field(page, label).fill(typed);
}

/** Presses a button that sends the create request, and returns the body of that request. */
async function create(page: Page): Promise<unknown> {
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/connections'),
  );
  await press(page, 'Create connection');
  return (await sent).postDataJSON();
}

test('every auth method of every source sends the documented request, from one page', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  for (const [index, documented] of documentedMethods.entries()) {
    await test.step(`${documented.link}, ${documented.specName}`, async () => {
      await chooseSource(page, documented.link, documented.heading);
      await fillMethod(page, documented);
      const name = `Connection ${index}`;
      await field(page, 'Connection name').fill(name);
      await press(page, 'Continue');
      await expectStep(page, 'Review');
      for (const [, , typed] of documented.fields.filter(([label]) =>
        /secret|password|string|key$/i.test(label),
      ))
        await expect(page.getByText(typed)).toHaveCount(0);
      expect(await create(page)).toEqual({
        name,
        auth: {
          specName: documented.specName,
          params: documented.params,
        },
        connectionSpec: { id: documented.specId, version: '1.0' },
      });
      await expectStep(page, name);
      await page.getByRole('link', { name: 'New connection' }).click();
      await press(page, 'Continue');
      await expectStep(page, documented.heading);
    });
  }
  expect(new Set(documentedMethods.map(({ specId }) => specId)).size).toBe(21);
});

test('a MySQL connection is created, listed, edited and copied as one of MySQL', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await chooseSource(page, 'MySQL', 'MySQL');
  expect(new URL(page.url()).pathname).toBe('/connect/mysql');
  await enterAs(page, 'Connection string');
  await field(page, 'Connection string').fill('Server=db.example;SECRET-1');
  await field(page, 'Connection name').fill('Sales');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  await expectStep(page, 'Sales');
  await expect(page.getByText('MySQL', { exact: true }).first()).toBeVisible();
  await expect(section(page, 'What next')).toContainText('MYSQL_CONNECTIONSTRING');

  await press(page, 'Edit');
  await expectStep(page, 'Edit Sales');
  await enterAs(page, 'Connection string');
  await field(page, 'Connection string').fill('Server=other.example;SECRET-2');
  await press(page, 'Save changes');
  await expectStep(page, 'Sales');
  const held = await askService(caller).getConnection(caller.sandbox, id);
  expect(held.version ?? '').not.toBe('');

  await press(page, 'Duplicate');
  await expectStep(page, 'MySQL');
  await expect(field(page, 'Connection name')).toHaveValue('Sales (copy)');

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toHaveText(/Sales.*MySQL/s);
  await page.getByRole('button', { name: /All sources/ }).click();
  await page.getByRole('option', { name: 'Amazon Redshift', exact: true }).click();
  await expect(page.getByText('No connections yet.')).toBeVisible();
  await page.reload();
  expect(new URL(page.url()).searchParams.get('source')).toBe('3416976c-a9ca-4bba-901a-1f08f66978ff');
});

test('each source keeps its answers when the source changes and after a reload', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, mycluster);
  await chooseSource(page, 'IBM DB2', 'DB2');
  await field(page, 'Server').fill('db2.example');
  await field(page, 'Password').fill('SECRET-PASSWORD');
  await chooseSource(page, 'Apache Phoenix', 'Phoenix');
  await expect(field(page, 'Host')).toHaveValue(mycluster.host);
  await expect(field(page, 'Password')).toHaveValue(mycluster.password);
  await page.goBack();
  await page.goBack();
  await expectStep(page, 'DB2');
  await expect(field(page, 'Server')).toHaveValue('db2.example');
  await expect(field(page, 'Password')).toHaveValue('SECRET-PASSWORD');

  await page.reload();
  await expectStep(page, 'Experience Platform');
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'DB2');
  await expect(field(page, 'Server')).toHaveValue('db2.example');
  await expect(field(page, 'Password')).toHaveValue('');
  await chooseSource(page, 'Apache Phoenix', 'Phoenix');
  await expect(field(page, 'Host')).toHaveValue(mycluster.host);
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(stored).not.toContain('SECRET-PASSWORD');
  expect(stored).not.toContain(mycluster.password);
});

test('the grid can be searched and used with the keyboard, before and after the credentials', async ({
  page,
}) => {
  await page.goto('/connect/sources');
  await expect(page.getByRole('heading', { level: 1, name: 'Choose a source' })).toBeFocused();
  await expect(page.getByText('Availability not known yet').first()).toBeVisible();
  await expect(sourceLinks(page)).toHaveCount(22);
  await expect(sourceLinks(page).first()).toHaveText('Apache Phoenix');
  await tabTo(page, 'searchbox', 'Search sources');
  await page.keyboard.type('snow stream');
  await expect(page.getByRole('status').filter({ hasText: '1 of 22 sources.' })).toBeVisible();
  await page.keyboard.press('Tab');
  await tabTo(page, 'link', 'Snowflake Streaming');
  await page.keyboard.press('Enter');
  await expectStep(page, 'Experience Platform');
  await fillCaller(page, await getOwnCredentials());
  await press(page, 'Continue');
  await expectStep(page, 'Snowflake Streaming');
  await press(page, 'Change source');
  await expect(page.getByText(/Listed by Adobe/).first()).toBeVisible();
});

test('300 other sources are listed and searched fast, and one of them is connected', async ({ page }) => {
  const caller = { ...(await getOwnCredentials()), apiKey: 'many-specs' };
  await goToPhoenixAs(page, caller);
  await press(page, 'Change source');
  await expect(page.getByRole('list', { name: 'Other sources' }).getByRole('listitem')).toHaveCount(300);
  await page.getByRole('searchbox', { name: 'Search sources' }).fill('source-207');
  await expect(sourceLinks(page)).toHaveText(['custom-source-207']);
  await sourceLinks(page).click();
  await expectStep(page, 'custom-source-207');
  await field(page, 'Endpoint').fill('https://crm.example');
  await field(page, 'API token').fill('token-1');
  await field(page, 'Connection name').fill('CRM');
  await press(page, 'Continue');
  expect(await create(page)).toEqual({
    name: 'CRM',
    auth: { specName: 'API Key', params: { endpoint: 'https://crm.example', apiToken: 'token-1' } },
    connectionSpec: { id: 'c0570000-0000-4000-8000-000000000207', version: '1.0' },
  });
  await expectStep(page, 'CRM');
  await expect(page.getByRole('definition').filter({ hasText: /^custom-source-207$/ })).toBeVisible();
  await expect(page.getByText('token-1')).toHaveCount(0);
});
