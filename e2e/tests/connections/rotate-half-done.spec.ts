import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { hold } from '../../support/network/hold.ts';
import { refuse } from '../../support/network/refuse.ts';
import {
  givenConnection,
  goToConnection,
  openAs,
  openConnection,
  requestFor,
} from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'A rotation is not finished' });
const counts = 'When the rotation stopped, 1 of 2 connections had the new password. 1 had the old password.';

test('a rotation that is half done is shown in the list and on its connections until it is done', async ({
  page,
}) => {
  const first = await givenConnection(mycluster.host, 'Sales');
  const second = await givenConnection(mycluster.host, 'Stock', first.caller);
  const other = await givenConnection('elsewhere.example', 'Other', first.caller);
  await openConnection(page, first);
  await refuse(page, `**/connections/${second.id}`, 'PATCH');
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  await press(page, 'Rotate password');
  await expect(page.getByText('“Stock” was not changed.')).toBeVisible();
  await page.unrouteAll();

  await goToConnection(page, first);
  await expect(notice(page)).toContainText('This connection has the new password.');
  await openAs(page, first.caller, '/connections');
  await expectStep(page, 'Connections');
  await expect(notice(page)).toContainText(counts);
  await expectNoViolations(page, 'the list with a rotation that is half done');
  await goToConnection(page, other);
  await expect(notice(page)).toHaveCount(0);

  // The stored state is shown at once. The current password replaces it after the connection was read.
  const answer = await hold(page, `**/connections/${second.id}`);
  await goToConnection(page, second);
  await expect(notice(page)).toContainText(counts);
  const own = notice(page).getByText('This connection still has the old password.');
  await expect(own).toBeHidden();
  const before = await page.getByRole('region', { name: 'Test' }).boundingBox();
  answer();
  await expect(own).toBeVisible();
  expect((await page.getByRole('region', { name: 'Test' }).boundingBox())?.y).toBe(before?.y);
  await page.unrouteAll();
  await expectNoViolations(page, 'a connection of a rotation that is half done');
  await expectRoomAt400(page, 'a connection of a rotation that is half done');

  const { etag } = await first.service.getConnection(first.caller.sandbox, first.id);
  const { params } = requestFor(mycluster.host, 'Sales').auth;
  await first.service.updateConnection(first.caller.sandbox, first.id, etag, [
    { op: 'replace', path: '/auth/params', value: params },
  ]);
  await goToConnection(page, first);
  await expect(notice(page).getByText('This connection was changed outside the rotation.')).toBeVisible();

  await goToConnection(page, second);
  await press(page, 'Open the rotation');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  await press(page, 'Continue rotation');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Stock', exact: true })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});
