import { type Page, expect, test } from '@playwright/test';
import { expectValues, goToPhoenixAs, goToReviewAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { startScreenReader } from '../../support/measure/screen-reader.ts';
import {
  type CallerAnswers,
  expectStep,
  field,
  fillPhoenix,
  goToReview,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

const isBack =
  'Your previous values are restored. Secrets and values that may contain secrets are never stored. Enter them again.';
const wasDropped = 'Your previous values could not be restored. Enter them again.';

const key = 'phoenix-connection.draft';

function readDraft(page: Page): Promise<string | null> {
  return page.evaluate((name) => sessionStorage.getItem(name), key);
}

function draftNotice(page: Page) {
  return page.getByRole('status').filter({ hasText: /^Your previous values/ });
}

function clearedNotice(page: Page) {
  return page.getByRole('alert').filter({ hasText: 'Secrets cleared' });
}

/** Expects the values of step one after a reload. */
async function expectCallerWithoutToken(page: Page, caller: CallerAnswers) {
  await expectStep(page, 'Experience Platform');
  await expect(draftNotice(page)).toHaveText(isBack);
  await expectValues(page, {
    'API key': caller.apiKey,
    'Organization ID': caller.organizationId,
    'Access token': '',
    Sandbox: caller.sandbox,
  });
}

test('a reload keeps what the user typed, including wrong values, and asks for the secrets again', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, { ...mycluster, password: 'seeded-password' });
  await showPresetFields(page);
  await field(page, 'Port').fill('not a port');
  await field(page, 'Description (optional)').fill('Half done');
  await page.reload();
  const stored = await readDraft(page);
  expect(stored).toContain(mycluster.host);
  expect(stored).not.toContain('seeded-password');
  expect(stored).not.toContain(caller.accessToken);

  await expectCallerWithoutToken(page, caller);
  await press(page, 'Continue');
  await expect(field(page, 'Access token')).toHaveAccessibleDescription('Enter the access token.');
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectValues(page, {
    Host: mycluster.host,
    Port: 'not a port',
    Username: mycluster.username,
    Password: '',
    'Connection name': 'Phoenix mycluster',
    'Description (optional)': 'Half done',
  });
});

test('typed values are kept when the user leaves the site and comes back, and are not in another tab', async ({
  page,
  context,
}) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await field(page, 'Host').fill('left.example');
  await page.goto('about:blank');
  await page.goto('/connect/phoenix');
  await expectCallerWithoutToken(page, caller);
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expect(field(page, 'Host')).toHaveValue('left.example');

  const other = await context.newPage();
  await openWizard(other);
  await expectValues(other, { 'API key': '', 'Organization ID': '', Sandbox: '' });
  await expect(draftNotice(other)).toHaveCount(0);
});

for (const [kind, text] of [
  ['a damaged draft', '{"version":1,"platform":'],
  ['a draft of another version', '{"version":0,"host":"old.example"}'],
]) {
  test(`${kind} is dropped, and the page says so`, async ({ page }) => {
    // A page of the same site without the wizard, which would save its own draft.
    await page.goto('/favicon.svg');
    await page.evaluate(([name, draft]) => sessionStorage.setItem(name ?? '', draft ?? ''), [key, text]);
    await openWizard(page);
    await expect(draftNotice(page)).toHaveText(wasDropped);
    await expectValues(page, { 'API key': '', 'Organization ID': '', 'Access token': '', Sandbox: '' });
    expect(await readDraft(page)).toBeNull();
  });
}

test('Start again clears everything, including the stored draft', async ({ page }) => {
  await goToReview(page, mycluster);
  await page.getByRole('link', { name: 'Change Apache Phoenix' }).click();
  await press(page, 'Start again');
  const question = page.getByRole('alertdialog', { name: 'Start again?' });
  await question.getByRole('button', { name: 'Keep values' }).click();
  await expect(question).toBeHidden();
  await expectValues(page, { Host: mycluster.host, Password: mycluster.password });
  await press(page, 'Start again');
  await question.getByRole('button', { name: 'Start again' }).click();
  await expectStep(page, 'Experience Platform');
  await expectValues(page, { 'API key': '', 'Organization ID': '', 'Access token': '', Sandbox: '' });
  expect(await readDraft(page)).toBeNull();
  await page.reload();
  await expectStep(page, 'Experience Platform');
  await expectValues(page, { 'API key': '', 'Organization ID': '', Sandbox: '' });
  await expect(draftNotice(page)).toHaveCount(0);
});

test('after a create, a reload keeps credentials without secrets and the sandbox, and no values of the connection', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  expect(await readDraft(page)).toContain(mycluster.host);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expect.poll(() => readDraft(page)).not.toContain(mycluster.host);
  expect(await readDraft(page)).not.toContain(caller.accessToken);

  await page.reload();
  await page.getByRole('link', { name: 'New connection' }).click();
  await expectCallerWithoutToken(page, caller);
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectValues(page, { Host: '', Username: '', 'Connection name': '' });
});

test('Secrets in memory lists the secrets, and Clear secrets keeps everything else', async ({ page }) => {
  const reader = await startScreenReader(page);
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, mycluster);
  const panel = page.getByRole('group').filter({ has: page.getByText('Secrets in memory') });
  await panel.getByText('Secrets in memory').click();
  await expect(panel.getByRole('listitem')).toHaveText([
    /^Access token: until you clear it, or until you close or reload the page\. Valid until .+\.$/,
    'Password: until the connection is created, or until you close or reload the page.',
  ]);
  await expect(panel).toContainText('Clear secrets reloads the page. Your other values are kept.');
  // The reload follows the input at once, and nothing may be lost.
  await field(page, 'Description (optional)').fill('Half done');
  await press(page, 'Clear secrets');
  await reader.expectFocused('heading', 'Experience Platform');
  await expect.poll(() => reader.said).toContain('Secrets cleared Your other values are kept.');
  await expect(draftNotice(page)).toHaveCount(0);
  await panel.getByText('Secrets in memory').click();
  await expect(panel.getByText('No secrets.')).toBeVisible();

  await expectValues(page, { 'API key': caller.apiKey, 'Access token': '' });
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectValues(page, {
    Host: mycluster.host,
    Username: mycluster.username,
    Password: '',
    'Description (optional)': 'Half done',
  });
  await expect(clearedNotice(page)).toBeHidden();
  await page.reload();
  await expect(draftNotice(page)).toHaveText(isBack);
  await expect(clearedNotice(page)).toBeHidden();
  expect(await heldBy(caller)).toEqual([]);
});

test('Clear secrets keeps values typed to correct a rejected create', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToReviewAs(page, caller, { ...mycluster, host: 'unreachable.example' });
  await press(page, 'Create connection');
  await problemSummary(page).getByRole('textbox', { name: 'Host' }).fill('mended.example');
  await page.getByText('Secrets in memory').click();
  await press(page, 'Clear secrets');
  await expectStep(page, 'Experience Platform');
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expect(field(page, 'Host')).toHaveValue('mended.example');
});

test('Back keeps what was typed to correct a rejected create, and a password that was not typed again', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  const password = 'wrong password';
  await goToReviewAs(page, caller, { ...mycluster, host: 'unreachable.example', password });
  await press(page, 'Create connection');
  await field(page, 'Host').fill('quoted-password.example');
  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await expectValues(page, { Host: 'quoted-password.example', Password: password });
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expect(problemSummary(page).getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await page.goBack();
  await expectStep(page, 'Phoenix');
  await expectValues(page, { Host: 'quoted-password.example', Password: password });
});

test('Clear secrets keeps typed values when the browser has no storage', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, mycluster);
  const panel = page.getByRole('group').filter({ has: page.getByText('Secrets in memory') });
  await panel.getByText('Secrets in memory').click();
  await press(page, 'Clear secrets');
  await expect(panel.getByRole('status')).toHaveText(
    'Secrets cleared. To also remove them from the browser’s memory, close this tab.',
  );
  await expectStep(page, 'Experience Platform');
  await expectValues(page, { 'API key': caller.apiKey, 'Access token': '' });
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectValues(page, { Host: mycluster.host, Password: '' });
});
