import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import {
  type Given,
  givenConnection,
  goToConnection,
  openAs,
  requestFor,
} from '../../support/wizard/connections.ts';
import { hold } from '../../support/network/hold.ts';
import { refuse } from '../../support/network/refuse.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';
const newPassword = 'NEW-UNMISTAKABLE';

const stateOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** Changes the host of a connection, as another user would. */
async function move({ service, caller, id, name }: Given, to: string) {
  const { etag } = await service.getConnection(caller.sandbox, id);
  const { params } = requestFor(to, name).auth;
  await service.updateConnection(caller.sandbox, id, etag, [
    { op: 'replace', path: '/auth/params', value: params },
  ]);
}

async function rotate(page: Page, given: Given, action = 'Rotate password') {
  await openRotation(page, given);
  await field(page, 'Password').fill(newPassword);
  await press(page, action);
}

/** Opens the rotation of a connection without a reload. */
async function openRotation(page: Page, given: Given) {
  await goToConnection(page, given);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
}

const unfinished = (page: Page) => page.getByRole('alert').filter({ hasText: 'A rotation is not finished' });

async function givenTwo(page: Page) {
  const first = await givenConnection(host, 'Sales');
  const second = await givenConnection(host, 'Stock', first.caller);
  await openAs(page, first.caller, '/connections');
  await expectStep(page, 'Connections');
  return { first, second };
}

test('a password is not sent to a database that the page of the rotation did not show', async ({ page }) => {
  const { first, second } = await givenTwo(page);
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await openRotation(page, first);
  await expect(page.getByText(`Host ${host}, Port 443`)).toContainText('Username admin');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(page.getByText('“Stock” was not changed.')).toBeVisible();
  await page.unrouteAll();
  await goToConnection(page, second);
  await expect(unfinished(page)).toContainText('This connection still has the old password.');
  await expectNoViolations(page, 'a connection whose rotation is not finished');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(unfinished(page)).toContainText(
    'When the rotation stopped, 1 of 2 connections had the new password. 1 had the old password. Not done: “Stock”.',
  );
  await expectNoViolations(page, 'a list with a rotation that is not finished');
  await press(page, 'Open the rotation');
  await expectStep(page, 'Rotate password');
  await expect(page.getByText('“Stock” was not changed.')).toBeVisible();
  await move(first, 'moved.example');

  await openRotation(page, first);
  await expect(
    page.getByText(
      /“Sales” now uses another database or user: Host moved\.example.*Continue it on the page of “Stock”/,
    ),
  ).toBeVisible();
  await expect(field(page, 'Password')).toHaveCount(0);
  await expect(page.getByText(`Host ${host}, Port 443`)).toBeVisible();
  await expect(stateOf(page, 'Sales')).toContainText('Changed outside this rotation, password unknown');
  await expectNoViolations(page, 'a rotation whose connection was moved');
  await expectRoomAt400(page, 'a rotation whose connection was moved');
  await press(page, 'Leave out “Sales”');
  await rotate(page, second, 'Continue rotation');
  await expect(page.getByText('1 of 2 connections has the new password. 1 was left out.')).toBeVisible();
  const sales = await first.service.getConnection(first.caller.sandbox, first.id);
  expect(sales.auth?.params).toMatchObject({ host: 'moved.example' });
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(unfinished(page)).toHaveCount(0);
});

test('a connection that another user changed since is not said to have the new password', async ({
  page,
}) => {
  const { first, second } = await givenTwo(page);
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await rotate(page, first);
  await expect(stateOf(page, 'Sales')).toContainText('Has the new password, test passed');
  await move(first, host);
  await openAs(page, first.caller, `/connections/${first.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await expect(stateOf(page, 'Sales')).toContainText('Changed outside this rotation, password unknown');
  await expect(page.getByText('0 of 2 connections have the new password.')).toBeVisible();
  await press(page, 'End rotation');
  await expect(page.getByText('0 of 2 connections have the new password. 2 were left out.')).toBeVisible();
  await press(page, 'Rotate again');
  await expect(page.getByRole('checkbox')).toHaveCount(2);
});

test('what another user changed during a rotation is not written over before the user was asked', async ({
  page,
}) => {
  const { first, second } = await givenTwo(page);
  await openRotation(page, first);
  await move(first, host);
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(stateOf(page, 'Sales')).toContainText('Changed outside this rotation, password unknown');
  await expect(stateOf(page, 'Stock')).toContainText('Has the old password');
  const release = await hold(page, `**/connections/${first.id}/test`);
  await press(page, 'Continue rotation');
  await expect(stateOf(page, 'Sales')).toContainText('Has the new password');
  await move(second, host);
  release();
  const told = page.getByRole('main').getByText(/^“Stock” was changed outside this rotation/);
  await expect(told.first()).toBeVisible();
  await expect(stateOf(page, 'Sales')).toContainText('Has the new password, test passed');
  await expect(stateOf(page, 'Stock')).toContainText('Changed outside this rotation, password unknown');
  await expectNoViolations(page, 'a rotation that stopped at a change of another user');
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') writes.push(request.url());
  });
  await press(page, 'Continue rotation');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  expect(writes).toEqual([expect.stringContaining(second.id)]);
});

test('a connection that was deleted since is said to be deleted, and nothing is left to do', async ({
  page,
}) => {
  const { first, second } = await givenTwo(page);
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await rotate(page, first);
  await expect(page.getByText('“Stock” was not changed.')).toBeVisible();
  await second.service.deleteConnection(second.caller.sandbox, second.id);
  await openAs(page, first.caller, `/connections/${first.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await expect(stateOf(page, 'Stock')).toContainText('Deleted');
  await expect(page.getByText('1 of 1 connection has the new password.')).toBeVisible();
  await expect(field(page, 'Password')).toHaveCount(0);
  await press(page, 'Rotate again');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(unfinished(page)).toHaveCount(0);
});

test('while a rotation runs, every page asks before it is closed, and its connections are not rotated again', async ({
  page,
}) => {
  const { first, second } = await givenTwo(page);
  const held: (() => void)[] = [];
  await page.route(/\/api\/.*\/test$/, async (route) => {
    await new Promise<void>((resolve) => {
      held.push(resolve);
    });
    return route.fallback();
  });
  await openRotation(page, first);
  await page.getByRole('checkbox', { name: 'Stock' }).press('Space');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(page.getByText('Trying the new password')).toBeVisible();
  // A page that is left before its temporary connection exists has no password to create it with.
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByText('A rotation is running')).toBeVisible();
  await expect(page.getByText('Keep this tab open')).toBeVisible();
  const asksToLeave = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asksToLeave()).toBe(true);

  await openRotation(page, second);
  // The temporary connection of the other rotation is not offered.
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(page.getByText('Another rotation is running')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rotate password' })).toBeDisabled();
  for (const go of held) go();
  await expect(page.getByText('Another rotation is running')).toHaveCount(0);
  await page.unrouteAll();
  expect(await asksToLeave()).toBe(false);
});

/** Rotates the second connection on the page of the first. The temporary connection cannot be deleted. */
async function leaveTrial(page: Page, first: Given) {
  await refuse(page, '**/connections/*', 'DELETE');
  await openRotation(page, first);
  await page.getByRole('checkbox', { name: 'Sales' }).press('Space');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(page.getByText('1 of 1 connection has the new password.')).toBeVisible();
}

const left = (page: Page) => page.getByText('A temporary connection may still exist');

test('a temporary connection can be deleted on the list when the page of its rotation is gone', async ({
  page,
}) => {
  const { first, second } = await givenTwo(page);
  await leaveTrial(page, first);
  await first.service.deleteConnection(first.caller.sandbox, first.id);
  await openAs(page, first.caller, '/connections');
  await expectStep(page, 'Connections');
  await press(page, 'Delete it');
  await expect(page.getByText('It could not be deleted.')).toBeVisible();
  await expectNoViolations(page, 'a temporary connection that cannot be deleted');

  await press(page, 'Open the rotation');
  await expect(page.getByText('This connection is part of a rotation')).toBeVisible();
  await expectNoViolations(page, 'a rotation of a deleted connection');
  await page.getByRole('main').getByRole('link', { name: 'Stock' }).click();
  await expect(page.getByText('1 of 1 connection has the new password.')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.unrouteAll();
  await expect(left(page)).toBeVisible();
  await press(page, 'Delete it');
  await expect(left(page)).toHaveCount(0);
  const { connections } = await second.service.listConnections(second.caller.sandbox, {});
  expect(connections.map(({ name }) => name)).toEqual(['Stock']);
});

test('a temporary connection that is deleted like any other is no longer shown', async ({ page }) => {
  const { first } = await givenTwo(page);
  await leaveTrial(page, first);
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(left(page)).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Trial of a new password for Sales/ })
    .click();
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expect(page.getByText('Connection deleted')).toBeVisible();
  await expect(left(page)).toHaveCount(0);
});
