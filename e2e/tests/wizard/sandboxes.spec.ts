import { type Page, expect, test } from '@playwright/test';
import { heldBy } from '../../support/wizard/caller-navigation.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

function sandboxList(page: Page) {
  return page.getByRole('combobox', { name: 'Sandbox', exact: true });
}

test('active sandboxes are listed when the credentials are complete, and can be selected by keyboard', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await openWizard(page);
  const listing = page.waitForRequest('**/api/sandbox-management/**');
  await fillCaller(page, { ...caller, sandbox: '' });
  expect((await listing).headers()).toMatchObject({
    authorization: `Bearer ${caller.accessToken}`,
    'x-api-key': caller.apiKey,
    'x-gw-ims-org-id': caller.organizationId,
  });
  await expect(sandboxList(page)).toHaveAccessibleDescription(
    '2 sandboxes available. Search by name or title.',
  );

  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Where to find: Sandbox' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sandboxList(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveText([
    /^prod.*production, default.*VA7$/,
    /^dev.*development/,
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sandboxList(page)).toHaveValue('dev');
  await expect(page.getByRole('option')).toHaveCount(0);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  expect(await askService(caller).getConnection('dev', id)).toMatchObject({ id, sandboxName: 'dev' });
});

test('a sandbox among hundreds can be found by its title', async ({ page }) => {
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'many-sandboxes', sandbox: '' };
  await fillCaller(page, caller);
  await expect(sandboxList(page)).toHaveAccessibleDescription(/^3\d\d sandboxes available/);
  await sandboxList(page).click();
  await page.keyboard.type('team 118');
  await expect(page.getByRole('option')).toHaveText([/^team-118/]);
  await page.getByRole('option').click();
  await expect(sandboxList(page)).toHaveValue('team-118');
  expect(await heldBy({ ...caller, sandbox: 'team-118' })).toEqual([]);
});

test('a list that arrives while the user types the sandbox changes neither text nor focus', async ({
  page,
}) => {
  const arrive = await holdSandboxes(page);
  await openWizard(page);
  await fillCaller(page, { ...(await getOwnCredentials()), sandbox: '' });
  await field(page, 'Sandbox').focus();
  await page.keyboard.type('dev');
  await arrive();
  await expect(sandboxList(page)).toBeFocused();
  // If it opened automatically, it would cover the button that the user is about to click.
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.type('elopment');
  await expect(sandboxList(page)).toBeFocused();
  await expect(sandboxList(page)).toHaveValue('development');
  await expect(page.getByRole('option')).toHaveText([/^dev/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sandboxList(page)).toHaveValue('dev');
});

test('a list that arrives while the sandbox text is selected keeps the selection, and typing replaces the text', async ({
  page,
}) => {
  const arrive = await holdSandboxes(page);
  await openWizard(page);
  await fillCaller(page, await getOwnCredentials());
  await field(page, 'Sandbox').selectText();
  await arrive();
  await expect(sandboxList(page)).toBeFocused();
  await page.keyboard.type('dev');
  await expect(sandboxList(page)).toHaveValue('dev');
});

test('an open list stays next to its field when the page scrolls or resizes, and Enter selects from it', async ({
  page,
}) => {
  await openWizard(page);
  await useDemoCredentials(page);
  await sandboxList(page).focus();
  await page.keyboard.press('ArrowDown');
  const options = page.getByRole('option');
  await expect(options).toHaveCount(2);
  for (const move of [
    () => page.mouse.wheel(0, 60),
    () => page.setViewportSize({ width: 800, height: 600 }),
    () => page.mouse.wheel(0, -40),
  ]) {
    const before = await sandboxList(page).boundingBox();
    await move();
    await expect.poll(() => sandboxList(page).boundingBox(), 'the field moved').not.toEqual(before);
    await expect.poll(() => measureGap(page), 'the list is next to its field').toBeLessThan(24);
    await expect(options).toHaveCount(2);
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sandboxList(page)).toHaveValue('dev');
  await expectStep(page, 'Experience Platform');
});

/** Holds the list of sandboxes back. Returns a function that releases it and waits until it is on the page. */
async function holdSandboxes(page: Page): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/sandbox-management/**', async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await expect(sandboxList(page)).toBeVisible();
  };
}

/** The distance in pixels between the field and its list, which may be above or below. */
async function measureGap(page: Page): Promise<number> {
  const [list, input] = await Promise.all(
    [page.getByRole('listbox'), sandboxList(page)].map((locator) => locator.boundingBox()),
  );
  if (!list || !input) return Infinity;
  return Math.max(list.y - (input.y + input.height), input.y - (list.y + list.height));
}

test('a rejected token is explained, and the sandbox can still be entered', async ({ page }) => {
  const caller = await getOwnCredentials();
  await openWizard(page);
  await fillCaller(page, { ...caller, accessToken: 'refused.access.token', sandbox: 'dev' });
  const reason = page.getByRole('status').filter({ hasText: 'Sandboxes could not be loaded.' });
  await expect(reason).toContainText('Adobe does not accept this access token.');
  await expect(field(page, 'Sandbox')).toHaveValue('dev');
  await press(page, 'Go to Access token');
  await expect(field(page, 'Access token')).toBeFocused();
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await press(page, 'Back');

  await field(page, 'Access token').fill(caller.accessToken);
  await expect(sandboxList(page)).toHaveValue('dev');
  await expect(page.getByText('Sandboxes could not be loaded.')).toBeHidden();
});

test('a service that asks to wait is asked again after that time, and not before', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/sandbox-management/')) asked += 1;
  });
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'sandboxes-rate-limited', sandbox: 'dev' };
  await fillCaller(page, caller);
  await expect(page.getByText(/^Flow Service asks you to wait \d s\.$/)).toBeVisible();
  await page.getByText('Error details', { exact: true }).click();
  await expect(page.getByText(/^Code 429050$/m)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'sandboxes available' })).toBeVisible();
  await expect(page.getByText('Sandboxes could not be loaded.')).toBeHidden();
  // The service would have refused an early request once more.
  expect(asked).toBe(2);
  expect(await heldBy(caller)).toEqual([]);
});

test('without permission to list sandboxes, a connection can still be created', async ({ page }) => {
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'sandboxes-forbidden', sandbox: 'dev' };
  await fillCaller(page, caller);
  await expect(page.getByText('Sandboxes could not be loaded.')).toBeVisible();
  await press(page, 'Continue');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  expect(await askService(caller).getConnection('dev', id)).toMatchObject({ sandboxName: 'dev' });
});
