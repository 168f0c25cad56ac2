import { type Locator, expect, test } from '@playwright/test';
import { openAs, requestFor } from '../../support/wizard/connections.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

/** A connection in a new organization, whose test passes or fails by its host. */
async function givenConnection(host: string) {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  const { id } = await service.createConnection(caller.sandbox, requestFor(host, 'Sales'));
  return { caller, id };
}

function fontSize(text: Locator) {
  return text.evaluate((element) => getComputedStyle(element).fontSize);
}

test('a result in a table has the size of the text beside it', async ({ page }) => {
  const { caller } = await givenConnection('one.example');
  await openAs(page, caller, '/connections');
  await page.getByRole('link', { name: 'Test all connections' }).click();
  await press(page, 'Start tests');
  const result = page.getByText('Passed', { exact: true });
  await expect(result).toBeVisible();
  expect(await fontSize(result)).toBe(await fontSize(page.getByRole('cell', { name: 'Apache Phoenix' })));
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  expect(await fontSize(result)).toBe(await fontSize(page.getByRole('cell', { name: 'one.example' })));
});

test('what to check after a failed test is readable on a wide screen', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const { caller, id } = await givenConnection('test-false.example');
  await openAs(page, caller, `/connections/${id}`);
  await expect(page.getByRole('heading', { name: 'Check in this order' })).toBeVisible();
  const lines = page.getByRole('listitem').filter({ hasText: 'so your firewall must allow it' });
  const box = await lines.boundingBox();
  // About 100 characters, as in the introduction of a page.
  expect(box?.width).toBeLessThanOrEqual(672);
});

test('the actions of a temporary connection that was left are side by side', async ({ page }) => {
  const { caller, id } = await givenConnection('one.example');
  await openAs(page, caller, `/connections/${id}/rotate`);
  await expectStep(page, 'Rotate password');
  await page.route('**/connections/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 403, body: '' }) : route.continue(),
  );
  await field(page, 'Password').fill('new secret');
  await press(page, 'Rotate password');
  await expect(page.getByText('A temporary connection was left')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByText('A temporary connection may still exist')).toBeVisible();
  const first = await page.getByRole('button', { name: 'Delete it' }).boundingBox();
  const second = await page.getByRole('button', { name: 'Open the rotation' }).boundingBox();
  expect(second?.y).toBe(first?.y);
});
