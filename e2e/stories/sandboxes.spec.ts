import { type Page, expect, test } from '@playwright/test';
import { heldBy } from '../support/caller-way.ts';
import { askService, getOwnCredentials } from '../support/flow-service.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
} from '../support/wizard.ts';

function sandboxList(page: Page) {
  return page.getByRole('combobox', { name: 'Sandbox', exact: true });
}

test('sandboxes are listed once the credentials are complete, active ones only, and chosen by keyboard', async ({
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
    'These credentials open 2 sandboxes. Find one by name or title.',
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

test('one of hundreds is found by its title', async ({ page }) => {
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'many-sandboxes', sandbox: '' };
  await fillCaller(page, caller);
  await expect(sandboxList(page)).toHaveAccessibleDescription(/^These credentials open 3\d\d sandboxes/);
  await sandboxList(page).click();
  await page.keyboard.type('team 118');
  await expect(page.getByRole('option')).toHaveText([/^team-118/]);
  await page.getByRole('option').click();
  await expect(sandboxList(page)).toHaveValue('team-118');
  expect(await heldBy({ ...caller, sandbox: 'team-118' })).toEqual([]);
});

test('a list that arrives while the sandbox is typed takes neither the words nor the focus', async ({
  page,
}) => {
  // All of the step is in sight: react-aria closes a list when the page scrolls under it.
  await page.setViewportSize({ width: 1280, height: 1300 });
  await openWizard(page);
  await fillCaller(page, { ...(await getOwnCredentials()), sandbox: '' });
  await field(page, 'Sandbox').focus();
  // As people type, so that the list arrives in the middle of the word.
  await page.keyboard.type('development', { delay: 60 });
  await expect(sandboxList(page)).toBeFocused();
  await expect(sandboxList(page)).toHaveValue('development');
  await expect(page.getByRole('option')).toHaveText([/^dev/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sandboxList(page)).toHaveValue('dev');
});

test('a refused token is explained, and the sandbox can be typed all the same', async ({ page }) => {
  const caller = await getOwnCredentials();
  await openWizard(page);
  await fillCaller(page, { ...caller, accessToken: 'refused.access.token', sandbox: 'dev' });
  const reason = page.getByRole('status').filter({ hasText: 'The sandboxes could not be listed.' });
  await expect(reason).toContainText('Adobe does not accept this access token.');
  await expect(field(page, 'Sandbox')).toHaveValue('dev');
  await press(page, 'Go to Access token');
  await expect(field(page, 'Access token')).toBeFocused();
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await press(page, 'Back');

  await field(page, 'Access token').fill(caller.accessToken);
  await expect(sandboxList(page)).toHaveValue('dev');
  await expect(page.getByText('The sandboxes could not be listed.')).toBeHidden();
});

test('a service that asks to wait is asked again when the wait is over, and not sooner', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/sandbox-management/')) asked += 1;
  });
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'sandboxes-rate-limited', sandbox: 'dev' };
  await fillCaller(page, caller);
  await expect(page.getByText(/^The service asks to wait \d more s\.$/)).toBeVisible();
  await page.getByText('What the service said').click();
  await expect(page.getByText(/^Code 429050$/m)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'These credentials open' })).toBeVisible();
  await expect(page.getByText('The sandboxes could not be listed.')).toBeHidden();
  // Asked too soon, the service would have refused once more.
  expect(asked).toBe(2);
  expect(await heldBy(caller)).toEqual([]);
});

test('without the right to list sandboxes a connection can still be made', async ({ page }) => {
  await openWizard(page);
  const caller = { ...(await getOwnCredentials()), apiKey: 'sandboxes-forbidden', sandbox: 'dev' };
  await fillCaller(page, caller);
  await expect(page.getByText('The sandboxes could not be listed.')).toBeVisible();
  await press(page, 'Continue');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  expect(await askService(caller).getConnection('dev', id)).toMatchObject({ sandboxName: 'dev' });
});
