import { expect, test } from '@playwright/test';
import { mysql } from '../../../src/sources/catalog/mysql.ts';
import {
  askService,
  getCredentialsWithSandboxes,
  getDemoCredentials,
  getOwnCredentials,
} from '../../support/servers/flow-service.ts';
import { givenConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, fillCaller, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';
const refusal = {
  status: 401,
  contentType: 'application/json',
  body: '{"error_code":"401013","message":"Oauth token is not valid"}',
};

test('a refused token keeps the new password, and the page says what is lost when it is left', async ({
  page,
}) => {
  const given = await givenConnection(host, 'Sales');
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill(' new ');
  await expect(page.getByText('The password starts or ends with a space.')).toBeVisible();
  await page.route('**/connections', (route) =>
    route.request().method() === 'POST' ? route.fulfill(refusal) : route.continue(),
  );
  await press(page, 'Rotate password');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toContainText('Adobe does not accept this access token.');
  await expect(problem).not.toContainText('Your other values are kept.');
  await expect(problem).toContainText('Re-enter the password when you return.');
  await expect(field(page, 'Password')).toHaveValue(' new ');
  await page.unrouteAll();

  await page.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Access token')).toBeFocused();
  await fillCaller(page, { ...given.caller, accessToken: (await getDemoCredentials()).accessToken });
  await press(page, 'Continue');
  await expectStep(page, 'Rotate password');
  // What was said of the token that was refused is not true of the new one.
  await expect(
    page.getByText('You changed the credentials. Enter the new password to continue.'),
  ).toBeVisible();
  await expect(problem).toHaveCount(0);
  await expect(page.getByText('No connection was changed.').first()).toBeVisible();
  await expect(field(page, 'Password')).toHaveValue('');
  await field(page, 'Password').fill('new');
  await press(page, 'Continue rotation');
  await expect(page.getByText('1 of 1 connection has the new password.')).toBeVisible();
  await press(page, 'Rotate again');
  await expect(field(page, 'Password')).toHaveValue('');
});

test('a connection string is rotated as a whole text', async ({ page }) => {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  const text = 'Server=shop.example;Port=3306;Database=shop;UID=reader;PWD=';
  const [{ specName }] = mysql.authMethods;
  const { id } = await service.createConnection(caller.sandbox, {
    name: 'Shop',
    auth: { specName, params: { connectionString: `${text}old` } },
    connectionSpec: mysql.connectionSpec,
  });
  await openAs(page, caller, `/connections/${id}/rotate`);
  await expectStep(page, 'Rotate connection string');
  await press(page, 'Rotate connection string');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Enter the connection string.',
  );
  const server = page.getByText(/^Server in the connection string:/);
  await expect(server).toHaveText(/none yet$/);
  await field(page, 'Connection string').fill('only-a-password');
  await expect(server).toHaveText(/not recognized$/);
  await field(page, 'Connection string').fill(`${text}new`);
  await expect(server).toHaveText(/shop\.example, port 3306$/);
  const change = page.waitForRequest((request) => request.method() === 'PATCH');
  await press(page, 'Rotate connection string');
  expect((await change).postDataJSON()).toEqual([
    { op: 'replace', path: '/auth/params', value: { connectionString: `${text}new` } },
  ]);
  await expect(page.getByText('1 of 1 connection has the new connection string.')).toBeVisible();
});

test('a token that is refused between two copies keeps the secrets of those that are left', async ({
  page,
}) => {
  const caller = await getCredentialsWithSandboxes();
  const first = await givenConnection(host, 'Sales', caller);
  await givenConnection('stock.example', 'Stock', caller);
  await openAs(page, first.caller, '/connections/copy');
  await expectStep(page, 'Copy connections');
  await page.getByRole('region', { name: 'Connections' }).getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('checkbox', { name: /^dev/ }).press('Space');
  await expect(page.getByText('2 connections will be created.')).toBeVisible();
  await field(page, 'Password of “Sales”').fill('of Sales');
  await field(page, 'Password of “Stock”').fill('of Stock');
  let creates = 0;
  await page.route('**/connections', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    creates += 1;
    return creates === 2 ? route.fulfill(refusal) : route.continue();
  });
  await press(page, 'Create 2 connections');
  await expect(page.getByText('1 of 2 created.', { exact: true })).toBeVisible();
  const left = page.getByRole('textbox', { name: /^Password of/ });
  await expect(left).toHaveCount(1);
  await expect(left).toHaveValue(/^of (Sales|Stock)$/);
  await expect(page.getByText('Re-enter the secrets when you return.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change credentials' })).toBeVisible();
  await press(page, 'Create 1 connection');
  await expect(page.getByText('2 of 2 created.', { exact: true })).toBeVisible();
});
