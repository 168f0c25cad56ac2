import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { hold } from '../../support/network/hold.ts';
import { addDataflow } from '../../support/servers/add-usage.ts';
import { connectionRows, givenConnection, openAs, openConnection } from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const trialName = 'Trial of a new password for Sales, can be deleted (1234567890)';
const leftOrInUse = 'Left by a rotation, or in use by one that runs now.';

/** A connection, and a temporary one that a rotation in a closed tab left. */
async function givenTrial() {
  const sales = await givenConnection(mycluster.host, 'Sales');
  await givenConnection(mycluster.host, trialName, sales.caller);
  const names = async () =>
    (await sales.service.listConnections(sales.caller.sandbox, {})).connections.map(({ name }) => name);
  return { sales, caller: sales.caller, names };
}

const rowOf = (page: Page, name: string) =>
  connectionRows(page).filter({ has: page.getByRole('link', { name, exact: true }) });

test('a temporary connection of a closed tab is marked in the list, and deleted from its page', async ({
  page,
}) => {
  const { caller, names } = await givenTrial();
  await openAs(page, caller, '/connections');
  const row = rowOf(page, trialName);
  await expect(row.getByText('Temporary', { exact: true })).toBeVisible();
  await expect(row).toContainText(leftOrInUse);
  await expect(rowOf(page, 'Sales')).not.toContainText('Temporary');
  await expectNoViolations(page, 'a temporary connection in the list');
  await expectRoomAt400(page, 'a temporary connection in the list');
  await row.getByRole('link', { name: 'Review and delete' }).click();
  await expectStep(page, trialName);
  const notice = page.getByRole('alert').filter({ hasText: 'Temporary connection' });
  await expect(notice).toContainText(leftOrInUse);
  await expect(notice).toContainText('If no rotation runs in another tab or for another user');
  await expectNoViolations(page, 'the page of a temporary connection');
  await press(page, 'Delete temporary connection');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('No dataflow uses this connection.');
  expect(await names()).toHaveLength(2);
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  expect(await names()).toEqual(['Sales']);
});

test('a temporary connection is not exported, copied or tested with the others, and the pages say so', async ({
  page,
}) => {
  const { caller } = await givenTrial();
  await openAs(page, caller, '/connections');
  const notice = page.getByRole('alert').filter({ hasText: 'A temporary connection is left out' });
  await page.getByRole('link', { name: 'Export connections' }).click();
  await expect(page.getByText('1 connection selected.')).toBeVisible();
  await expect(notice).toContainText(`1 connection is not exported: “${trialName}”.`);
  await expect(page.getByRole('region', { name: 'Connections as JSON' })).not.toContainText('Trial of');
  await page.getByRole('searchbox').fill('Trial of');
  await expect(page.getByText('No matches in 1 connection.')).toBeVisible();
  await expect(notice).toContainText('1 connection is not exported');

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Copy connections' }).click();
  await expect(notice).toContainText('1 connection is not copied');
  await expect(page.getByRole('checkbox', { name: /^Sales/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Trial of/ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Test all connections' }).click();
  await expect(page.getByText('1 connection, not tested yet.')).toBeVisible();
  await expect(notice).toContainText('1 connection is not tested');
  await press(page, 'Start tests');
  await expect(page.getByText('Tests finished. 1 passed.')).toBeVisible();
  await expectNoViolations(page, 'a temporary connection that is not tested');
});

test('a connection whose name looks temporary is not offered for deletion in the notice while a dataflow uses it', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host, trialName);
  await addDataflow(given, 'Daily import');
  await openConnection(page, given);
  const notice = page.getByRole('alert').filter({ hasText: 'Name of a temporary connection' });
  await expect(notice).toContainText('it is used by 1 dataflow. If you rename it, it becomes an ordinary');
  await expect(page.getByText('you can delete it')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete temporary connection' })).toHaveCount(0);

  await press(page, 'Copy to several sandboxes');
  await expect(page.getByRole('region', { name: 'Connections', exact: true })).toContainText(
    'To copy a connection with the name of a temporary one, rename it.',
  );
  await expectNoViolations(page, 'no connection can be copied');
});

test('a long name without a blank widens no page that names the connection in a notice', async ({ page }) => {
  const longName = `Trial of a new password for ${'S'.repeat(100)}, can be deleted (1234567890)`;
  const { caller } = await givenConnection(mycluster.host, longName);
  await openAs(page, caller, '/connections');
  const notice = page.getByRole('alert').filter({ hasText: 'A temporary connection is left out' });
  for (const action of ['Export connections', 'Copy connections', 'Test all connections']) {
    await page.getByRole('link', { name: action }).click();
    await expect(notice).toBeVisible();
    await expectRoomAt400(page, action);
    await page.getByRole('link', { name: 'Connections', exact: true }).click();
  }
  await rowOf(page, longName).getByRole('link', { name: 'Review and delete' }).click();
  await press(page, 'Delete temporary connection');
  await press(page, 'Delete connection');
  await expect(page.getByText('was deleted from sandbox')).toBeVisible();
  await expectRoomAt400(page, 'a deleted connection');
});

test('a temporary connection deleted in the notice of the list leaves the list, too, and the page says so', async ({
  page,
}) => {
  const sales = await givenConnection(mycluster.host, 'Sales');
  await page.route('**/connections/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 403, json: {} }) : route.fallback(),
  );
  await openConnection(page, sales);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  await press(page, 'Rotate password');
  await expect(page.getByText('1 of 1 connection has the new password.')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toHaveCount(2);
  await press(page, 'Delete it');
  await expect(page.getByText('A temporary connection may still exist')).toHaveCount(0);
  await expect(connectionRows(page)).toHaveCount(1);
  await expect(rowOf(page, 'Sales')).not.toContainText('Temporary');
  await expect(page.getByRole('status').filter({ hasText: 'Temporary connection deleted.' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Rotations' })).toBeFocused();
  await expectNoViolations(page, 'a deleted temporary connection');
});

/** Opens the list while a rotation tries its password. Returns a function that lets the trial end. */
async function listDuringTrial(page: Page) {
  await openConnection(page, await givenConnection(mycluster.host, 'Sales'));
  await press(page, 'Rotate password');
  // The page of the connection has a field for its password, too.
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  const release = await hold(page, /\/test$/);
  const isTried = page.waitForRequest(/\/test$/);
  await press(page, 'Rotate password');
  await isTried;
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  return release;
}

test('a temporary connection that a rotation of this tab uses is not offered for deletion', async ({
  page,
}) => {
  const release = await listDuringTrial(page);
  const row = connectionRows(page).filter({ hasText: 'Temporary' });
  await expect(row).toContainText('In use by a rotation that runs in this tab.');
  await expect(row.getByRole('link', { name: 'Review and delete' })).toHaveCount(0);
  release();
});

test('the page of a temporary connection says that its rotation deleted it, although a question is open', async ({
  page,
}) => {
  const release = await listDuringTrial(page);
  await connectionRows(page)
    .getByRole('link', { name: /^Trial of/ })
    .click();
  await expect(page.getByText('In use by a rotation that runs in this tab.')).toBeVisible();
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  release();
  await expect(page.getByText('This connection is no longer available.')).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByText(leftOrInUse)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
});
