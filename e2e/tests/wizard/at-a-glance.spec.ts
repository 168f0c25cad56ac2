import { type Locator, type Page, expect, test } from '@playwright/test';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { importDialog } from '../../support/wizard/import-dialog.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  field,
  goToPhoenix,
  openWizard,
  useDemoCredentials,
  showHeader,
  press,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

/** What a user sees of a step without scrolling, and what is folded away. */

test.use({ viewport: { width: 1280, height: 800 } });

async function expectOnFirstScreen(page: Page, controls: readonly Locator[]) {
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const control of controls) await expect(control).toBeInViewport({ ratio: 1 });
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function portFold(page: Page) {
  return button(page, 'Port, HTTP path, Enable SSL');
}

test('the first screen at 1280 by 800 has the ways to start, and what the second step needs', async ({
  page,
}) => {
  await openWizard(page);
  await expectOnFirstScreen(page, [
    button(page, 'Import credentials'),
    button(page, 'Use demo credentials'),
    field(page, 'API key'),
  ]);
  await goToPhoenix(page);
  await expect(page.getByRole('radio', { name: 'Azure HDInsight' })).toBeChecked();
  await expectOnFirstScreen(page, [
    field(page, 'Host'),
    field(page, 'Username'),
    field(page, 'Password'),
    button(page, 'Continue'),
    button(page, 'Check connection'),
  ]);
});

test('a text pasted on the page opens the import, and a text pasted into a field does not', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWizard(page);
  await page.evaluate(() => navigator.clipboard.writeText('API_KEY=pasted-key'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(importDialog(page)).toContainText('pasted-key');
  await press(page, 'Apply');
  await expect(importDialog(page)).toBeHidden();
  await expect(field(page, 'API key')).toHaveValue('pasted-key');

  await field(page, 'API key').fill('');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(field(page, 'API key')).toHaveValue('API_KEY=pasted-key');
  await expect(importDialog(page)).toBeHidden();
});

test('from step one on, the header has the sandbox and the time left of the token', async ({ page }) => {
  const header = page.getByRole('banner');
  await openWizard(page);
  await expect(header.getByText('Sandbox')).toHaveCount(0);
  await goToPhoenixAs(page, await getOwnCredentials());
  await expect(header.getByText(/^Sandbox prod Token 23 h 5\d min left$/)).toBeVisible();
});

test('fields that a preset fills in are folded, and unfold when they are needed', async ({ page }) => {
  await goToPhoenix(page);
  await expect(portFold(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(field(page, 'Port')).toBeHidden();

  await choosePreset(page, 'Custom');
  await expect(field(page, 'Port')).toHaveValue('443');
  await choosePreset(page, 'Azure HDInsight');
  await expect(field(page, 'Port')).toBeHidden();

  // A field does not disappear while the user changes it to what a preset has.
  await showPresetFields(page);
  await field(page, 'Port').fill('8765');
  await choosePreset(page, 'Phoenix Query Server');
  await expect(field(page, 'Port')).toBeHidden();

  await showPresetFields(page);
  await field(page, 'Port').fill('abc');
  await portFold(page).click();
  await expect(field(page, 'Port')).toBeHidden();
  await press(page, 'Continue');
  await expect(problemSummary(page)).toBeVisible();
  await expect(field(page, 'Port')).toBeVisible();
  await portFold(page).click();
  await expect(field(page, 'Port')).toBeHidden();
  await problemSummary(page).getByRole('link', { name: 'Port must be a whole number' }).click();
  await expect(field(page, 'Port')).toBeFocused();
  await expectStep(page, 'Phoenix');
});

test('the summary follows the form and never shows the password', async ({ page }) => {
  const summary = page.getByRole('region', { name: 'Summary', exact: true });
  await goToPhoenix(page);
  const line = (name: string) => summary.getByRole('listitem').filter({ hasText: name });
  await expect(line('Host').getByRole('img', { name: 'Needed' })).toBeVisible();
  await field(page, 'Host').fill('summary.example');
  await expect(line('Host')).toContainText('summary.example');
  await expect(line('Host').getByRole('img', { name: 'Entered' })).toBeVisible();
  await field(page, 'Password').fill('shown nowhere');
  await expect(line('Password').getByRole('img', { name: 'Entered' })).toBeVisible();
  await expect(summary).not.toContainText('shown nowhere');
});

test('on a phone, the menu of the header closes when another page opens', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWizard(page);
  await useDemoCredentials(page);
  await showHeader(page);
  const badge = page.getByText('Local Flow Service', { exact: true });
  await expect(badge).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(badge).toBeHidden();
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});
