import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { hold } from '../../support/network/hold.ts';
import { refuse } from '../../support/network/refuse.ts';
import { givenConnection, goToConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const newPassword = 'NEW-UNMISTAKABLE';
const unfinished = (page: Page) => page.getByRole('alert').filter({ hasText: 'A rotation is not finished' });

/** Starts a rotation on the page of the first connection, and enters the password. */
async function openRotation(page: Page, given: Awaited<ReturnType<typeof givenConnection>>) {
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill(newPassword);
}

test('after a reload, no page says that none has the password that is entered again', async ({ page }) => {
  const first = await givenConnection(mycluster.host, 'Sales');
  const second = await givenConnection(mycluster.host, 'Stock', first.caller);
  await openRotation(page, first);
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await press(page, 'Rotate password');
  await expect(
    page.getByText('“Stock” was not changed. 1 of 2 connections has the new password.'),
  ).toBeVisible();
  await page.unrouteAll();

  await openRotation(page, first);
  await refuse(page, '**/connections', 'POST');
  await press(page, 'Continue rotation');
  await expect(
    page.getByText(
      'No more connections were changed. 1 of 2 connections has the new password entered before.',
    ),
  ).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(unfinished(page)).toContainText(
    'When the rotation stopped, 1 of 2 connections had the new password entered before. 1 had the old password.',
  );

  // Another user changes the one that is left.
  const { etag, auth } = await second.service.getConnection(second.caller.sandbox, second.id);
  await second.service.updateConnection(second.caller.sandbox, second.id, etag, [
    { op: 'replace', path: '/auth/params', value: { ...auth?.params, password: 'of another user' } },
  ]);
  await openRotation(page, first);
  await expect(
    page.getByText(
      '“Stock” was changed outside this rotation. If you continue, the new password is written over this change, unless you leave it out. If it now uses another database or user, the rotation stops there.',
    ),
  ).toBeVisible();
  await press(page, 'Continue rotation');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
});

test('connections with the same name are told apart, and temporary ones that are left out are named', async ({
  page,
}) => {
  const first = await givenConnection(mycluster.host, 'Same');
  const second = await givenConnection(mycluster.host, 'Same', first.caller);
  const trialName = 'Trial of a new password for Same, can be deleted (1234567890)';
  await givenConnection(mycluster.host, trialName, first.caller);
  const short = second.id.slice(0, 8);
  await openRotation(page, first);
  await expect(page.getByRole('checkbox', { name: `Same ID ${short}` })).toBeChecked();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(
    page.getByRole('alert').filter({ hasText: 'A temporary connection is left out' }),
  ).toContainText(`1 connection is not offered: “${trialName}”.`);
  await expectNoViolations(page, 'connections with the same name before a rotation');
  await expectRoomAt400(page, 'connections with the same name before a rotation');
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await press(page, 'Rotate password');
  await expect(page.getByText(`“Same” (ID ${short}…) was not changed.`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Leave out “Same” (ID ${short}…)` })).toBeVisible();
  await expectNoViolations(page, 'connections with the same name in a rotation');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(unfinished(page)).toContainText(`Not done: “Same” (ID ${short}…).`);
});

test('a rotation says that it stops when its page is left, before and after', async ({ page }) => {
  const first = await givenConnection(mycluster.host, 'Sales');
  await givenConnection(mycluster.host, 'Stock', first.caller);
  await openRotation(page, first);
  const release = await hold(page, `**/connections/${first.id}/test`);
  const isTested = page.waitForRequest(`**/connections/${first.id}/test`);
  await press(page, 'Rotate password');
  await isTested;
  await expect(
    page.getByText('If you leave this page, the rotation stops after the current change.'),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Sales' })).toContainText('test not finished');
  await expectNoViolations(page, 'a rotation that runs');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  const running = page.getByRole('alert').filter({ hasText: 'A rotation is running' });
  const stops = 'You left the page, so the rotation stops after the current change.';
  await expect(page.getByText(stops)).toBeVisible();
  await expect(page.getByText('Keep this tab open')).toHaveCount(0);
  await press(page, 'Open the rotation');
  await expectStep(page, 'Rotate password');
  await expect(page.getByText(stops)).toBeVisible();
  release();
  await expect(
    page.getByText('The rotation was interrupted. 1 of 2 connections has the new password.'),
  ).toBeVisible();
  await goToConnection(page, first);
  await expect(running).toHaveCount(0);
});
