import { expect, test } from '@playwright/test';
import {
  expectTest,
  givenConnection,
  goToConnection,
  openConnection,
  section,
  tableRow,
} from '../../support/wizard/connections.ts';
import { hold } from '../../support/network/hold.ts';
import { passTimeUntilVisible } from '../../support/wizard/pass-time.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { expectStep, goToReview, mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

test('a new connection is tested and its tables are listed without a click', async ({ page }) => {
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectTest(page, 'Passed');
  await expect(section(page, 'Test')).toContainText(/\d{4}, \d+:\d+:\d+ [AP]M, took (?:\d+ ms|[\d.]+ s)/);
  await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
  await expect(page.getByText('12 tables.')).toBeVisible();
});

test('a failed test shows what to check, the address list first, and offers to fix, delete or keep the connection', async ({
  page,
}) => {
  await openConnection(page, await givenConnection('test-false.example'));
  await expectTest(page, 'Failed');
  const checks = section(page, 'Test').getByRole('listitem');
  await expect(checks).toHaveCount(5);
  await expect(checks.nth(0).getByRole('link')).toHaveText(
    'Adobe’s IP addresses for region VA7 (opens in a new tab)',
  );
  await expect(checks.nth(0).getByRole('link')).toHaveAttribute(
    'href',
    'https://experienceleague.adobe.com/en/docs/experience-platform/sources/ip-address-allow-list',
  );
  await expect(checks.nth(1)).toContainText('Port 443');
  await expect(checks.nth(2)).toContainText('HTTP path /hbasephoenix0');
  await expect(checks.nth(3)).toContainText('Enable SSL On');
  await expect(checks.nth(4)).toContainText('Username admin, Password:');

  await press(page, 'List tables anyway');
  await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
  await press(page, 'Keep connection');
  await expect(checks).toHaveCount(0);
  await press(page, 'Test again');
  await expect(checks).toHaveCount(5);
  await press(page, 'Edit connection');
  await expectStep(page, 'Edit Given connection');
});

test('the page shows the database error, an inconclusive test, and a missing connection', async ({
  page,
}) => {
  const given = await givenConnection('test-refused.example');
  const unknown = await givenConnection('test-times-out.example', 'Without result', given.caller);
  const deleted = await givenConnection(mycluster.host, 'Deleted', given.caller);
  await openConnection(page, given);
  await expectTest(page, 'Failed');
  await expect(section(page, 'Test')).toContainText('The database rejected this username and password.');
  await page.getByText('Error details', { exact: true }).click();
  await expect(section(page, 'Test')).toContainText('REST call failed with 401 Unauthorized');
  await expect(page.getByText('Tables are not listed because the test failed.')).toBeVisible();

  await goToConnection(page, unknown);
  await expect(section(page, 'Test').getByText('Running')).toBeVisible();
  await expectTest(page, 'Unknown');
  await expect(section(page, 'Test').getByRole('listitem')).toHaveCount(5);
  await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();

  // The list is still the one from before the deletion.
  const release = await hold(page, '**/connections?*');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Deleted', exact: true })).toBeVisible();
  await deleted.service.deleteConnection(deleted.caller.sandbox, deleted.id);
  await page.getByRole('link', { name: 'Deleted', exact: true }).click();
  release();
  await expect(problemSummary(page)).toContainText('This connection is no longer available.');
  await expectStep(page, 'Connection');
  await expect(section(page, 'Test')).toHaveCount(0);
});

test('the checks are shown while a slow test is running', async ({ page }) => {
  await page.clock.install();
  await openConnection(page, await givenConnection('test-slow.example'));
  await expect(section(page, 'Test').getByText('Running')).toBeVisible();
  await expect(section(page, 'Test').getByRole('listitem')).toHaveCount(0);
  await passTimeUntilVisible(page, page.getByText('This is taking longer than usual.'));
  await expect(section(page, 'Test').getByRole('listitem')).toHaveCount(5);
  await press(page, 'Keep connection');
  await expect(section(page, 'Test').getByRole('listitem')).toHaveCount(0);
});
