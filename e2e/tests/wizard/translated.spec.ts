import { expect, test } from '@playwright/test';
import { translatePage } from '../../support/wizard/translate-page.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

test('the whole flow works while the browser translates the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await translatePage(page);
  await openWizard(page);
  await expect(page.locator('h1 font')).not.toHaveCount(0);
  await press(page, 'Continue');
  await expect(problemSummary(page)).toBeVisible();
  await useDemoCredentials(page);
  await expect(problemSummary(page)).toBeHidden();
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  // A text that changes in place.
  await choosePreset(page, 'Phoenix Query Server');
  await expect(page.getByText('HDInsight gateway')).toBeHidden();
  await choosePreset(page, 'Azure HDInsight');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expect(page.getByText('12 tables.')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.getByRole('searchbox').fill('no such connection');
  await expect(page.getByText('No matches')).toBeVisible();

  await page.getByRole('searchbox').fill('日本');
  // An input method receives Escape to cancel a composition.
  await page
    .getByRole('searchbox')
    .dispatchEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, cancelable: true });
  await expect(page.getByRole('searchbox')).toHaveValue('日本');
  await page.getByRole('searchbox').press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  expect(errors).toEqual([]);
});
