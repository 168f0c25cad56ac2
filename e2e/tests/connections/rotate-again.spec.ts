import { expect, test } from '@playwright/test';
import { givenConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';
const newPassword = 'NEW-UNMISTAKABLE';

test('a lost network and a new connection change nothing on the page', async ({ page }) => {
  const given = await givenConnection(host, 'Sales');
  await givenConnection(host, 'Stock', given.caller);
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill(newPassword);
  await givenConnection(host, 'Of another user', given.caller);
  let reads = 0;
  await page.route('**/connections/*', (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    reads += 1;
    return reads === 1 ? route.fulfill({ status: 403, body: '{}' }) : route.continue();
  });
  // Whatever the page reads again is requested before the last of these requests is answered.
  const reconnect = () =>
    page.evaluate(async () => {
      window.dispatchEvent(new Event('offline'));
      window.dispatchEvent(new Event('online'));
      for (let request = 0; request < 5; request += 1) await fetch('/healthz');
    });
  await reconnect();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(field(page, 'Password')).toHaveValue(newPassword);
  await page.unrouteAll();
  await press(page, 'Rotate password');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  await reconnect();
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Sales' })).toContainText(
    'Has the new password, test passed',
  );
});

test('a temporary connection that is left is shown in the next rotation, too', async ({ page }) => {
  // A new connection cannot have a name as long as this one.
  const name = ` \u202e${'Sales'.repeat(60)}`;
  const given = await givenConnection(host, name);
  await page.setViewportSize({ width: 390, height: 800 });
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await page.route('**/connections/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 403, body: '' }) : route.continue(),
  );
  const done = page.getByText('1 of 1 connection has the new password.');
  const left = page.getByText('A temporary connection was left');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(done).toBeVisible();
  await expect(left).toHaveCount(1);
  await press(page, 'Rotate again');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(done).toBeVisible();
  await expect(left).toHaveCount(2);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Delete it' }).first().click();
  await expect(left).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(left).toHaveCount(0);
  const { connections } = await given.service.listConnections(given.caller.sandbox, {});
  expect(connections).toMatchObject([{ id: given.id, name }]);
});
