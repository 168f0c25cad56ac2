import { expect, test } from '@playwright/test';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { connectionRows, expectTest, openAs, requestFor } from '../../support/wizard/connections.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

/** Creates an organization whose sandbox has this number of connections, numbered in the order of creation. */
async function givenConnections(count: number) {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  for (let number = 1; number <= count; number += 1) {
    const digits = String(number).padStart(2, '0');
    await service.createConnection(
      caller.sandbox,
      requestFor(`host-${digits}.example`, `Connection ${digits}`),
    );
  }
  return { caller, service };
}

test('a list that is longer than one page of the service is loaded page by page', async ({ page }) => {
  const { caller } = await givenConnections(45);
  await openAs(page, caller, '/connections');
  await expect(connectionRows(page)).toHaveCount(20);
  await expect(connectionRows(page).first()).toContainText('Connection 45');
  await press(page, 'Show more');
  await expect(connectionRows(page)).toHaveCount(40);
  await press(page, 'Show more');
  await expect(connectionRows(page)).toHaveCount(45);
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
});

test('a search covers all connections, and is kept when the user comes back', async ({ page }) => {
  const { caller } = await givenConnections(25);
  await openAs(page, caller, '/connections');
  await field(page, 'Search connections').or(page.getByRole('searchbox')).fill('host-03');
  await expect(page.getByText('1 of 25 connections.')).toBeVisible();
  await expect(connectionRows(page)).toHaveText(
    /Connection 03.*enabled.*Apache Phoenix.*host-03\.example.*just now.*local-demo-client/s,
  );
  await page.getByRole('link', { name: 'Connection 03' }).click();
  await expectStep(page, 'Connection 03');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('host-03');
  await expect(connectionRows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('no such');
  await expect(page.getByText('No matches in 25 connections.')).toBeVisible();
});

test('search and sort order are kept when the user must enter credentials again', async ({ page }) => {
  const { caller } = await givenConnections(3);
  await openAs(page, caller, '/connections?search=connection+0&sort=oldest');
  await expect(page.getByRole('searchbox')).toHaveValue('connection 0');
  await expect(connectionRows(page)).toHaveText([/Connection 01/, /Connection 02/, /Connection 03/]);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('oldest');
});

test('the service sorts the connections, also across pages', async ({ page }) => {
  const { caller } = await givenConnections(21);
  await openAs(page, caller, '/connections');
  await expect(connectionRows(page).first()).toContainText('Connection 21');
  await page.getByRole('button', { name: /Sort by/ }).click();
  await page.getByRole('option', { name: 'Name' }).click();
  await expect(connectionRows(page).first()).toContainText('Connection 01');
  await press(page, 'Show more');
  await expect(connectionRows(page).last()).toContainText('Connection 21');
  expect(new URL(page.url()).search).toBe('?sort=name');
});

test('a row shows the last test in this tab and exact dates on hover, and opens the connection anywhere', async ({
  page,
}) => {
  const { caller } = await givenConnections(2);
  await openAs(page, caller, '/connections');
  const row = connectionRows(page).filter({ hasText: 'Connection 02' });
  await expect(row.getByRole('cell').nth(3)).toHaveText('Last test–');
  await expect(row.getByTitle(/^\w+ \d+, \d{4}, \d+:\d+:\d+ [AP]M$/)).toHaveText('just now');
  await row.getByRole('cell', { name: 'host-02.example' }).click();
  await expectStep(page, 'Connection 02');
  await expectTest(page, 'Passed');
  await page.goBack();
  await expect(row.getByRole('cell').nth(3)).toContainText('Passed');
  await press(page, 'New connection');
  await expectStep(page, 'Phoenix');
});

test('the list fits on a phone', async ({ page }) => {
  const { caller } = await givenConnections(2);
  await openAs(page, caller, '/connections');
  await expect(connectionRows(page)).toHaveCount(2);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectRoomAt400(page, 'the list of connections');
});
