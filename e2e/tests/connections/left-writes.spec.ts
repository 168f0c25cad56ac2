import { expect, test } from '@playwright/test';
import { addDataflow } from '../../support/servers/add-usage.ts';
import { hold } from '../../support/network/hold.ts';
import {
  givenConnection,
  goToConnection,
  leaveDuringDeletion,
  openConnection,
} from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

test('a slow delete leaves the user on the page they went to, and a notice says when it is done', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host, 'Slow');
  const other = await givenConnection(mycluster.host, 'Other', given.caller);
  await openConnection(page, given);
  const release = await hold(page, `**/connections/${given.id}`, 'DELETE');
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await goToConnection(page, other);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('typed meanwhile');
  release();
  const notice = page.getByRole('alert').filter({ hasText: 'Connection deleted' });
  await expect(notice).toContainText('“Slow” was deleted from sandbox');
  await expectStep(page, 'Rotate password');
  await expect(field(page, 'Password')).toHaveValue('typed meanwhile');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Other', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Slow', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Close: Connection deleted' }).click();
  await expect(page.getByText('“Slow” was deleted')).toHaveCount(0);
});

test('a delete that fails after the user left its page is reported', async ({ page }) => {
  const given = await givenConnection('in-use.example', 'Used');
  await openConnection(page, given);
  await leaveDuringDeletion(page, given);
  const notice = page.getByRole('alert').filter({ hasText: 'Problem deleting “Used”' });
  await expect(notice).toContainText('Dataflows still use this connection.');
  await expect(notice).toContainText('The connection was not deleted.');
  await expectStep(page, 'Connections');
});

test('a delete that its last check stops after the user left its page is reported', async ({ page }) => {
  const given = await givenConnection(mycluster.host, 'Used lately');
  await openConnection(page, given);
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  const release = await hold(page, /\/flows\?/);
  await addDataflow(given, 'Every night');
  const isAsked = page.waitForRequest(/\/flows\?/);
  await press(page, 'Delete connection');
  await isAsked;
  await page.goBack();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  release();
  const notice = page.getByRole('alert').filter({ hasText: '“Used lately” was not deleted' });
  await expect(notice).toContainText('A dataflow or source connection that was not named before now uses');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('a slow save leaves the user on the page they went to, and a notice says when it is done', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Edit');
  await field(page, 'Connection name').fill('Renamed');
  const release = await hold(page, `**/connections/${given.id}`, 'PATCH');
  await press(page, 'Save changes');
  await expect(page.getByText('Saving changes…')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('link', { name: given.name, exact: true })).toBeVisible();
  release();
  const notice = page.getByRole('alert').filter({ hasText: 'Changes saved' });
  await expect(notice).toContainText('Your changes to “Given connection” were saved.');
  await expect(page.getByRole('link', { name: 'Renamed', exact: true })).toBeVisible();
  await expectStep(page, 'Connections');
  await page.getByRole('main').getByRole('link', { name: 'Renamed', exact: true }).click();
  await press(page, 'Edit');
  await expectStep(page, 'Edit Renamed');
  await expect(page.getByText('Your unsaved changes are restored')).toHaveCount(0);
});

test('a save whose connection is read slowly leaves the user on the page they went to', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Edit');
  await field(page, 'Connection name').fill('Renamed');
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
  const release = await hold(page, `**/connections/${given.id}`);
  await press(page, 'Save changes');
  await saved;
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  release();
  await expect(page.getByRole('alert').filter({ hasText: 'Changes saved' })).toBeVisible();
  await expectStep(page, 'Connections');
});
