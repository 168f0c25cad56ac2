import { type Page, expect, test } from '@playwright/test';
import { hold } from '../../support/network/hold.ts';
import { getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { type Given, givenConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const givenSales = async () => givenConnection(mycluster.host, 'Sales', await getCredentialsWithSandboxes());

/** Plans a copy of the connection into a sandbox. */
async function planCopy(page: Page, { caller, id }: Given, sandbox: string) {
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  await page.getByRole('region', { name: 'Sandboxes' }).getByRole('searchbox').fill('team 00');
  await page.getByRole('checkbox', { name: new RegExp(`^${sandbox}`) }).press('Space');
  await field(page, 'Password of “Sales”').fill('correct horse');
  await expect(page.getByText('1 connection will be created.')).toBeVisible();
}

const lineIn = (page: Page, sandbox: string) =>
  page.getByRole('row').filter({ hasText: 'Sales' }).filter({ hasText: sandbox });

const other = 'Another tab is creating a connection in this sandbox.';

/** Two tabs with the same plan. The create of the first one is held. */
async function givenTwoTabs(first: Page, given: Given) {
  const second = await first.context().newPage();
  await planCopy(first, given, 'team-001');
  await planCopy(second, given, 'team-001');
  const release = await hold(first, /\/connections$/, 'POST');
  await press(first, 'Create 1 connection');
  await expect(lineIn(first, 'team-001')).toContainText('Creating');
  return { second, release };
}

test('a copy that two tabs create at the same time is created once', async ({ page }) => {
  const given = await givenSales();
  const { second, release } = await givenTwoTabs(page, given);
  await press(second, 'Create 1 connection');
  await expect(lineIn(second, 'team-001')).toContainText(`Waiting${other}`);
  await expect(second.getByText('Waiting for another tab… 0 of 1 created.').first()).toBeVisible();
  release();
  await expect(lineIn(page, 'team-001')).toContainText('Created');
  await expect(lineIn(second, 'team-001')).toContainText(
    'A similar connection was created in this sandbox after you made your choice.',
  );
  await expect(second.getByText('0 of 1 created.', { exact: true })).toBeVisible();
  expect(await given.service.countConnections('team-001', [])).toBe(1);
});

test('a copy that waits for another tab can be stopped, and one in another sandbox does not wait', async ({
  page,
}) => {
  const given = await givenSales();
  const { second, release } = await givenTwoTabs(page, given);
  await press(second, 'Create 1 connection');
  await expect(lineIn(second, 'team-001')).toContainText(other);
  await second.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(lineIn(second, 'team-001')).toContainText('You stopped before this connection was created.');
  await press(second, 'Start new copy');
  await planCopy(second, given, 'team-002');
  await press(second, 'Create 1 connection');
  await expect(lineIn(second, 'team-002')).toContainText('Created');

  // Leaving the page ends the wait, too.
  await planCopy(second, given, 'team-001');
  await press(second, 'Create 1 connection');
  await expect(lineIn(second, 'team-001')).toContainText(other);
  await expect(second.getByText('If you leave this page, creating stops immediately.')).toBeVisible();
  await second.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(second, 'Connections');
  await second.goBack();
  await expect(lineIn(second, 'team-001')).toContainText(
    'You left the page before this connection was created.',
  );
  release();
  await expect(lineIn(page, 'team-001')).toContainText('Created');
  expect(await given.service.countConnections('team-001', [])).toBe(1);
});

test('where the browser has no locks or refuses them, a copy is created at once', async ({ page }) => {
  const given = await givenSales();
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await planCopy(page, given, 'team-001');
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  await press(page, 'Create 1 connection');
  await expect(lineIn(page, 'team-001')).toContainText('Created');

  const second = await page.context().newPage();
  // Chromium refuses locks when the user blocks all cookies.
  await second.addInitScript(() => {
    LockManager.prototype.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  });
  await planCopy(second, given, 'team-002');
  await press(second, 'Create 1 connection');
  await expect(lineIn(second, 'team-002')).toContainText('Created');
});
