import { expect, test } from '@playwright/test';
import { problemSummary } from '../../support/wizard/problems.ts';
import { givenConnection, openAs } from '../../support/wizard/connections.ts';
import { getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const givenSales = async () => givenConnection(mycluster.host, 'Sales', await getCredentialsWithSandboxes());

test('the choice of what to copy is kept when the user leaves the page, also after a reload', async ({
  page,
}) => {
  const { caller } = await givenSales();
  await openAs(page, caller, '/connections/copy');
  await page.getByRole('checkbox', { name: /^Sales/ }).press('Space');
  await page.getByRole('checkbox', { name: /^team-001/ }).press('Space');
  await expect(page.getByText('1 connection will be created.')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.goBack();
  await expect(page.getByText('1 connection will be created.')).toBeVisible();

  await openAs(page, caller, '/connections/copy');
  await expect(page.getByText('1 connection will be created.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^team-001/ })).toBeChecked();
});

test('after a copy was opened, Back leads to the original through its sandbox', async ({ page }) => {
  const { caller, id } = await givenSales();
  await openAs(page, caller, `/connections/${id}`);
  await press(page, 'Copy to several sandboxes');
  await page.getByRole('checkbox', { name: /^team-001/ }).press('Space');
  await field(page, 'Password of “Sales”').fill('correct horse');
  await press(page, 'Create 1 connection');
  await page.getByRole('button', { name: 'Open “Sales” in sandbox team-001' }).click();
  await expectStep(page, 'Sales');
  await page.goBack();
  await expectStep(page, 'Copy connections');
  await page.goBack();
  await expect(problemSummary(page)).toContainText('Connection not found in sandbox team-001.');
  await press(page, `Switch to sandbox ${caller.sandbox}`);
  await expectStep(page, 'Sales');
  await expect(page.getByLabel('Connection ID')).toHaveText(id);
});

test('copies that may exist are named before they are removed from the page', async ({ page }) => {
  const { caller, id } = await givenSales();
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await page.getByRole('checkbox', { name: /^team-001/ }).press('Space');
  await field(page, 'Password of “Sales”').fill('correct horse');
  let isCut = false;
  await page.route(/\/connections|\/attempt/, (route) => {
    isCut ||= route.request().method() === 'POST';
    return isCut ? route.abort() : route.continue();
  });
  await press(page, 'Create 1 connection');
  await expect(page.getByText('Searching', { exact: true })).toBeVisible();
  await press(page, 'Stop');
  await expect(page.getByText('We don’t know whether 1 more was created.')).toBeVisible();
  await press(page, 'Start new copy');
  const question = page.getByRole('alertdialog', { name: 'Start a new copy?' });
  await expect(question).toContainText('“Sales” in sandbox team-001');
  await press(page, 'Cancel');
  await expect(page.getByText('Unknown', { exact: true })).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await press(page, 'Start new copy');
  await question.getByRole('button', { name: 'Start new copy' }).click();
  await expect(page.getByRole('region', { name: 'Sandboxes' })).toBeVisible();
});
