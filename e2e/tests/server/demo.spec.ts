import { expect } from '@playwright/test';
import { startDemo } from '../../support/servers/own-app.ts';
import { paste } from '../../support/wizard/import-dialog.ts';
import { connectionRows } from '../../support/wizard/connections.ts';
import { checkRegion } from '../../support/wizard/check.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { test } from '../../support/servers/cleanup.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

test('the demo works as described in the script', async ({ browser, cleanup }) => {
  const demo = await startDemo();
  cleanup(demo.close);
  const page = await browser.newPage({ baseURL: demo.origin });
  cleanup(() => page.close());
  const fill = async (host: string, password: string) => {
    await page.getByRole('link', { name: 'New connection', exact: true }).click();
    await expectStep(page, 'Phoenix');
    await fillPhoenix(page, { host, username: 'admin', password });
  };
  const expectWorks = async () => {
    await press(page, 'Check connection');
    await expect(checkRegion(page).getByText('Works from this computer')).toBeVisible();
  };
  const start = async (host: string, password: string) => {
    await fill(host, password);
    await press(page, 'Continue');
    await press(page, 'Create connection');
  };
  const expectListed = async (count: number) => {
    await page.getByRole('link', { name: 'Connections', exact: true }).click();
    await expect(connectionRows(page)).toHaveCount(count);
  };

  await page.goto('/');
  await useDemoCredentials(page);
  await expectListed(4);
  await expect(page.getByRole('link', { name: 'Phoenix retail-core' })).toBeVisible();

  await fill('mycluster', 'any');
  await expectWorks();
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectStep(page, 'Phoenix mycluster');
  await expect(page.getByRole('row', { name: 'RETAIL.CUSTOMERS' })).toBeVisible();
  await expectListed(5);

  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await press(page, 'Change source');
  await page.getByRole('searchbox', { name: 'Search sources' }).fill('mysql');
  await page.getByRole('link', { name: 'MySQL', exact: true }).click();
  await field(page, 'Server').focus();
  await paste(page, 'Server=db.example;Port=3306;Database=sales;UID=reader;PWD=secret');
  await expect(field(page, 'Database')).toHaveValue('sales');
  await field(page, 'Connection name').fill('Sales');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectStep(page, 'Sales');
  await expectListed(6);
  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await press(page, 'Change source');
  await page.getByRole('link', { name: 'Apache Phoenix', exact: true }).click();
  await expectStep(page, 'Phoenix');

  await start('wrong-password.example', 'any');
  await expect(problemSummary(page)).toContainText('The database rejected this username and password.');
  await field(page, 'Password').fill('correct horse');
  await press(page, 'Try again');
  await readConnectionId(page);
  await expectListed(7);

  await fill('certificate-other-name.example', 'any');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('Failed at Encryption');
  await press(page, 'Use other-name.example');
  await expectWorks();

  await start('timeout-created-later.example', 'any');
  await expect(page.getByText('Checking whether it was created')).toBeVisible();
  await expectStep(page, 'Phoenix timeout-created-later');
  await readConnectionId(page);
  await expect(page.getByRole('main')).toContainText('The response was lost, but the connection was found.');
  await expectListed(8);
  await expect(connectionRows(page).first()).toContainText('Phoenix timeout-created-later');
  await expect(page.getByRole('link', { name: 'Phoenix timeout-created-later' })).toHaveCount(1);

  await page.getByRole('link', { name: 'Phoenix retail-core', exact: true }).click();
  await expectStep(page, 'Phoenix retail-core');
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('Customer profiles');
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('2 dataflows');
  await question.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Phoenix mycluster', exact: true }).click();
  await expectStep(page, 'Phoenix mycluster');
  await press(page, 'Duplicate');
  await expectStep(page, 'Phoenix');
  await field(page, 'Password').fill('any');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('another');
  await press(page, 'Rotate password');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Test all connections' }).click();
  await press(page, 'Start tests');
  await expect(page.getByText('Tests finished. 9 passed.')).toBeVisible();

  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await press(page, 'Start again');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start again' }).click();
  await useDemoCredentials(page);
  await field(page, 'API key').fill('spec-withdrawn');
  await press(page, 'Continue');
  await expect(page.getByText('Adobe does not offer Apache Phoenix here')).toBeVisible();
});
