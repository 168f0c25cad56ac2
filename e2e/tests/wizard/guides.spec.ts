import { type Page, expect, test } from '@playwright/test';
import {
  field,
  openWizard,
  press,
  useDemoCredentials,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

/** Opens the guide of a field with the keyboard, reads it, and expects the focus on its button afterwards. */
async function expectGuide(page: Page, label: string, words: RegExp) {
  const button = page.getByRole('button', { name: `Where to find: ${label}`, exact: true });
  const guide = page.getByRole('dialog', { name: 'Where to find it', exact: true });
  await button.press('Enter');
  await expect(guide).toContainText(words);
  await expect(guide).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(guide).toBeHidden();
  await expect(button).toBeFocused();
}

test('every field whose value must be looked up says where to find it', async ({ page }) => {
  await openWizard(page);
  await field(page, 'API key').fill('typed before');
  await expectGuide(page, 'API key', /OAuth Server-to-Server.*For example [0-9a-f]{32}$/);
  await expectGuide(page, 'Organization ID', /Organization ID.*For example [0-9A-F]{24}@AdobeOrg$/);
  await expectGuide(page, 'Access token', /Generate access token/);
  await expectGuide(page, 'Sandbox', /the name, not the title.*For example prod$/);
  await expect(field(page, 'API key')).toHaveValue('typed before');

  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectGuide(page, 'Host', /cluster’s overview.*For example mycluster\.azurehdinsight\.net$/);
  await showPresetFields(page);
  await expectGuide(page, 'Port', /phoenix\.queryserver\.http\.port/);
  await expectGuide(page, 'HTTP path', /the node number/);
  await expectGuide(page, 'Username', /the cluster login/);
  await expectGuide(page, 'Password', /exactly as you enter it/);
  await expectGuide(page, 'Enable SSL', /https:\/\//);
});
