import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import {
  expectTest,
  givenConnection,
  openAs,
  openConnection,
  tabTo,
  tableRow,
} from '../../support/wizard/connections.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

// axe takes a second or more for each state on a busy computer.

test('accessible: a connection whose test failed, and the question before deleting it', async ({ page }) => {
  const given = await givenConnection('test-false.example');
  const baseConnection = { id: given.id };
  const flows = Array.from({ length: 40 }, (_, index) => ({
    id: `flow-${index}`,
    name: 'Load',
    state: 'enabled',
    inheritedAttributes: { sourceConnections: [{ id: `source-${index}`, baseConnection }] },
  }));
  await page.route('**/api/flowservice/flows?*', (route) => route.fulfill({ json: { items: flows } }));
  await openConnection(page, given);
  await expectTest(page, 'Failed');
  await expectNoViolations(page, 'a failed test');
  await press(page, 'Delete connection');
  const question = page.getByRole('alertdialog');
  await expect(question).toBeVisible();
  await expectNoViolations(page, 'the question before deleting');
  const list = question.getByRole('region', { name: 'Dataflows and source connections' });
  await tabTo(page, 'region', 'Dataflows and source connections');
  await expect(question.getByText('flow-39', { exact: true })).not.toBeInViewport();
  await page.keyboard.press('End');
  await expect(list.getByText('flow-39', { exact: true })).toBeInViewport();
});

test('accessible: a table with unusual names of table and columns', async ({ page }) => {
  await openConnection(page, await givenConnection('unusual-names.example'));
  await tableRow(page, '"<img src=x onerror=alert(1)>".T').click();
  await expect(page.getByRole('table', { name: 'Sample rows' })).toBeVisible();
  await expectNoViolations(page, 'a table with unusual names');
});

test('accessible: the list of connections, the edit form, and a conflict', async ({ page }) => {
  const given = await givenConnection('changed-meanwhile.example');
  await openAs(page, given.caller, '/connections');
  await expectStep(page, 'Connections');
  await page.getByRole('link', { name: given.name }).click();
  await expectStep(page, given.name);
  await page.goBack();
  await expect(page.getByRole('link', { name: given.name })).toBeVisible();
  await expectNoViolations(page, 'the list of connections');
  await page.goForward();
  await press(page, 'Edit');
  await field(page, 'Host').fill('changed meanwhile');
  await press(page, 'Save changes');
  await expect(problemSummary(page)).toBeVisible();
  await expectNoViolations(page, 'an edit with errors');
  await field(page, 'Host').fill('changed-meanwhile.example');
  await field(page, 'Connection name').fill('Mine');
  await press(page, 'Save changes');
  await expect(page.getByRole('group', { name: 'Someone else changed this connection' })).toBeVisible();
  await expectNoViolations(page, 'a conflict');
});
