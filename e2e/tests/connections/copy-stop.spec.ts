import { expect, test } from '@playwright/test';
import { getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { givenConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

test('a double click on Stop keeps the results, and a test that is running does not delay it', async ({
  page,
}) => {
  const caller = await getCredentialsWithSandboxes();
  const given = await givenConnection('mycluster.azurehdinsight.net', 'Sales', caller);
  await openAs(page, given.caller, `/connections/copy?id=${given.id}`);
  await expectStep(page, 'Copy connections');
  const sandboxes = page.getByRole('region', { name: 'Sandboxes' });
  await sandboxes.getByRole('searchbox').fill('team 00');
  await press(page, 'Select all found');
  await field(page, 'Password of “Sales”').fill('correct horse');
  // The test of the first copy has no answer.
  const asked = page.waitForRequest(/\/test$/);
  await page.route(/\/test$/, () => undefined);
  await page.getByRole('button', { name: /^Create 9 connections$/ }).click();
  await asked;
  await expect(page.getByRole('button', { name: 'Start new copy' })).toBeDisabled();
  await page.getByRole('button', { name: 'Stop', exact: true }).dblclick();
  await expect(page.getByText('1 of 9 created.', { exact: true })).toBeVisible();
  await press(page, 'Start new copy');
  await expect(sandboxes).toBeVisible();
});
