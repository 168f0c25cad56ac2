import { expect, test } from '@playwright/test';
import { checkedHop, checkRegion } from '../../support/wizard/check.ts';
import { expectTest, givenConnection, openConnection, requestFor } from '../../support/wizard/connections.ts';
import { field, mycluster, press } from '../../support/wizard/wizard.ts';

test('a stored connection is checked without its password, and compared with the test by Adobe', async ({
  page,
}) => {
  const given = await givenConnection('test-false.example', 'Fails at Adobe');
  await given.service.createConnection(
    given.caller.sandbox,
    requestFor('port-closed.example', 'Fails everywhere'),
  );
  await openConnection(page, given);
  await expectTest(page, 'Failed');
  await press(page, 'Check connection');
  await expect(checkRegion(page).getByText('Works from this computer, as far as tested')).toBeVisible();
  await expect(checkedHop(page, 'Sign-in')).toContainText('Not testableRequires the password');
  await expect(checkRegion(page)).toContainText('The database is reachable from here, but not from Adobe.');
  await field(page, 'Password').fill(mycluster.password);
  await expect(checkRegion(page).getByText('Fields changed since this check', { exact: true })).toBeVisible();
  await press(page, 'Check connection');
  await expect(checkRegion(page).getByText('Works from this computer', { exact: true })).toBeVisible();
  await expect(checkedHop(page, 'Sign-in')).toContainText('Passed');

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Fails everywhere', exact: true }).click();
  await expectTest(page, 'Failed');
  await expect(field(page, 'Password')).toHaveValue('');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText(
    'Adobe’s test and this check both fail. The check fails at Network.',
  );
  await page.getByRole('link', { name: 'Edit Port', exact: true }).click();
  await expect(field(page, 'Port')).toBeFocused();
});
