import { expect, test } from '@playwright/test';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import { tabTo } from '../../support/wizard/connections.ts';
import { countActions } from '../../support/wizard/count-actions.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  goToReview,
  mycluster,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

test('the page shows the same ID as the service', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToReviewAs(page, caller, mycluster);
  await press(page, 'Create connection');
  await expectStep(page, 'Phoenix mycluster');
  const id = await readConnectionId(page);

  const held = await askService(caller).getConnection(caller.sandbox, id);
  expect(held).toMatchObject({
    id,
    name: 'Phoenix mycluster',
    sandboxName: 'prod',
    connectionSpec: phoenix.connectionSpec,
  });
  await press(page, 'Technical details');
  await expect(page.getByText(held.etag)).toBeVisible();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, 'Copy connection ID');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.getByRole('link', { name: 'Phoenix mycluster' }).click();
  expect(await readConnectionId(page)).toBe(id);
});

test('seven clicks and three typed values are enough to get an ID', async ({ page }) => {
  const { clicked, typed } = await countActions(page);
  await page.goto('/');
  await press(page, 'Use demo credentials');
  await expect(field(page, 'Sandbox')).toHaveValue('prod');
  await press(page, 'Continue');
  await fillPhoenix(page, { ...mycluster, host: 'mycluster' });
  await expect(field(page, 'Connection name')).toHaveValue('Phoenix mycluster');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  expect(clicked.at(-1)).toBe('Create connection');
  expect(clicked.length).toBeLessThanOrEqual(7);
  expect(typed).toEqual(['Host', 'Username', 'Password']);
});

test('after a wrong password, one typed value and at most two clicks create the connection', async ({
  page,
}) => {
  const { clicked, typed } = await countActions(page);
  await goToReview(page, { ...mycluster, host: 'wrong-password.example', password: 'mistyped' });
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toContainText('The database rejected this username and password.');
  const [clicksBefore, typedBefore] = [clicked.length, typed.length];
  await field(page, 'Password').fill('correct horse');
  await press(page, 'Try again');
  await readConnectionId(page);
  expect(clicked.slice(clicksBefore)).toEqual(['Try again']);
  expect(typed.slice(typedBefore)).toEqual(['Password']);
});

test('a connection can be created with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, 'button', 'Use demo credentials');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('prod');
  await tabTo(page, 'button', 'Continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Phoenix' })).toBeFocused();
  await tabTo(page, 'textbox', 'Host');
  await page.keyboard.type('keyboardcluster');
  await tabTo(page, 'textbox', 'Username');
  await page.keyboard.type('admin');
  await tabTo(page, 'textbox', 'Password');
  await page.keyboard.type('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeFocused();
  await tabTo(page, 'button', 'Create connection');
  await page.keyboard.press('Enter');
  await readConnectionId(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Phoenix keyboardcluster' })).toBeFocused();
});

test('ten clicks on Create connection make one connection', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToReviewAs(page, caller, mycluster);
  await page
    .getByRole('button', { name: 'Create connection', exact: true })
    .evaluate((button: HTMLButtonElement) => {
      for (let click = 0; click < 10; click += 1) button.click();
    });
  await readConnectionId(page);
  const { connections } = await askService(caller).listConnections(caller.sandbox, {});
  expect(connections).toHaveLength(1);
});

test('a returning user types three values and clicks three times', async ({ page }) => {
  const { clicked, typed } = await countActions(page);
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  const [clicksBefore, typedBefore] = [clicked.length, typed.length];

  await page.getByRole('link', { name: 'New connection' }).click();
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Password')).toHaveValue('');
  await fillPhoenix(page, { ...mycluster, host: 'second' });
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expectStep(page, 'Phoenix second');
  expect(clicked.at(-1)).toBe('Create connection');
  expect(clicked.length - clicksBefore).toBeLessThanOrEqual(3);
  expect(typed.slice(typedBefore)).toEqual(['Host', 'Username', 'Password']);
});

test('a reload clears the credentials and says so', async ({ page }) => {
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await page.reload();
  await expectStep(page, 'Connection');
  await page.getByRole('link', { name: 'Enter credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await useDemoCredentials(page);
});

test('a create whose code failed to load sends nothing, and Create connection works on the next press', async ({
  page,
}) => {
  const createCode = /\/create-steps-[^/]*\.js$/;
  await page.route(createCode, (route) => route.abort());
  await goToReview(page, mycluster);
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') writes.push(request.url());
  });
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toContainText('The request was not sent.');
  expect(writes).toEqual([]);
  await page.unroute(createCode);
  await press(page, 'Create connection');
  await readConnectionId(page);
});
