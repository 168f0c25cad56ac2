import { type Page, expect, test } from '@playwright/test';
import { expectValues } from '../../support/wizard/caller-navigation.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillPhoenix,
  goToPhoenix,
  mycluster,
  press,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

const moreThanAHost = 'This is more than a host name.';
const hdInsight =
  'An HDInsight cluster requires port 443, SSL and a path with a node number, such as /hbasephoenix0.';
const encrypted = 'Port 443 requires SSL.';
const unreachable = 'This address is private. Adobe connects from its cloud and can’t reach it.';
const edges = 'The password starts or ends with a space. If this is a mistake, remove the space.';

const placeholder = 'The password looks like a placeholder.';

function advice(page: Page, words: string) {
  return page.getByRole('status').filter({ hasText: words });
}

function ssl(page: Page) {
  return page.getByRole('switch', { name: 'Enable SSL', exact: true });
}

test('an address in Host is split into its fields', async ({ page }) => {
  await goToPhoenix(page);
  await field(page, 'Host').fill('http://pqs.example:9000/gateway/phoenix');
  await expect(advice(page, moreThanAHost)).toBeVisible();
  await press(page, 'Split into fields');
  await expectValues(page, { Host: 'pqs.example', Port: '9000', 'HTTP path': '/gateway/phoenix' });
  await expect(ssl(page)).not.toBeChecked();
  await expect(page.getByRole('radio', { name: 'Custom' })).toBeChecked();
  await expect(advice(page, moreThanAHost)).toHaveCount(0);

  // The same applies to an error that blocks: one click corrects it.
  await field(page, 'Host').fill('other.example:8765');
  await press(page, 'Continue');
  await expect(field(page, 'Host')).toHaveAccessibleDescription(
    'Enter only the host. Enter the port in Port.',
  );
  await press(page, 'Split into fields');
  await expectValues(page, { Host: 'other.example', Port: '8765' });
  await expect(field(page, 'Host')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a template expression in Password is advice, not an error', async ({ page }) => {
  await goToPhoenix(page);
  await field(page, 'Password').fill("[parameters('pw')]");
  await expect(advice(page, placeholder)).toBeVisible();
  await expect(field(page, 'Password')).not.toHaveAttribute('aria-invalid', 'true');
  await field(page, 'Password').fill('secret-1');
  await expect(advice(page, placeholder)).toHaveCount(0);
});

test('advice is shown at its field, and one click applies it', async ({ page }) => {
  await goToPhoenix(page);
  await test.step('an HDInsight cluster with values that HDInsight does not use', async () => {
    await field(page, 'Host').fill(mycluster.host);
    await showPresetFields(page);
    const wrong = [
      ['Port', '8765', '443'],
      ['HTTP path', '/hbasephoenix', '/hbasephoenix0'],
    ] as const;
    for (const [name, typed, right] of wrong) {
      await field(page, name).fill(typed);
      await expect(advice(page, hdInsight)).toBeVisible();
      await press(page, 'Use HDInsight settings');
      await expect(field(page, name)).toHaveValue(right);
      await expect(advice(page, hdInsight)).toHaveCount(0);
    }
    await ssl(page).press('Space');
    await expect(advice(page, hdInsight)).toBeVisible();
    await press(page, 'Use HDInsight settings');
    await expect(ssl(page)).toBeChecked();
  });

  await test.step('port 443 without SSL', async () => {
    await choosePreset(page, 'Phoenix Query Server');
    await field(page, 'Host').fill('pqs.example');
    await showPresetFields(page);
    await field(page, 'Port').fill('443');
    await expect(advice(page, encrypted)).toBeVisible();
    await press(page, 'Turn on SSL');
    await expect(ssl(page)).toBeChecked();
    await expect(advice(page, encrypted)).toHaveCount(0);
  });

  await test.step('a private address and a password with spaces at its ends do not block', async () => {
    await choosePreset(page, 'Phoenix Query Server');
    for (const host of ['localhost', 'pqs.example', '10.1.2.3']) {
      await field(page, 'Host').fill(host);
      await expect(advice(page, unreachable)).toHaveCount(host === 'pqs.example' ? 0 : 1);
    }
    await fillPhoenix(page, { host: '10.1.2.3', username: 'admin', password: ' blank before' });
    await expect(advice(page, edges)).toBeVisible();
    await expect(field(page, 'Password')).toHaveValue(' blank before');
    await press(page, 'Continue');
    await expectStep(page, 'Review');
  });
});
