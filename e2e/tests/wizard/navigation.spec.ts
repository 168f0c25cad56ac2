import { type Page, expect, test } from '@playwright/test';
import { expectValues, goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillPhoenix,
  goToPhoenix,
  goToReview,
  mycluster,
  openWizard,
  press,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

function stepIndicator(page: Page) {
  return page.getByRole('navigation', { name: 'Steps', exact: true });
}

async function expectCurrentStep(page: Page, heading: string) {
  const step = stepIndicator(page).getByRole('listitem').filter({ hasText: heading });
  await expect(step).toHaveAttribute('aria-current', 'step');
  const link = page.getByRole('link', { name: 'New connection', exact: true });
  await expect(link).toHaveAttribute('aria-current', 'page');
}

test('Back and Forward keep what the user typed, including secrets and wrong values', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await choosePreset(page, 'Phoenix Query Server');
  await showPresetFields(page);
  const typed = {
    Host: 'https://half.typed',
    Port: 'abc',
    'HTTP path': 'no-slash',
    Username: 'admin',
    Password: ' edge spaces ',
    'Connection name': 'Of my own',
    'Description (optional)': 'Not done yet',
  };
  for (const [name, value] of Object.entries(typed)) await field(page, name).fill(value);
  const callerFields = {
    'API key': caller.apiKey,
    'Organization ID': caller.organizationId,
    'Access token': caller.accessToken,
    Sandbox: caller.sandbox,
  };

  await page.goBack();
  await expectStep(page, 'Experience Platform');
  await expectValues(page, callerFields);
  await field(page, 'Organization ID').fill('half an ID');
  await page.goForward();
  await expectStep(page, 'Experience Platform');
  await expectValues(page, { ...callerFields, 'Organization ID': 'half an ID' });
  await field(page, 'Organization ID').fill(caller.organizationId);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await expectValues(page, typed);

  await press(page, 'Back');
  await expectStep(page, 'Experience Platform');
  await expectValues(page, callerFields);
  await page.goBack();
  await expectStep(page, 'Phoenix');
  await expectValues(page, typed);
  await expect(page.getByRole('radio', { name: 'Phoenix Query Server' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Enable SSL' })).not.toBeChecked();
});

test('a step that is not yet available redirects to the first open step', async ({ page }) => {
  await page.goto('/connect/review');
  await expectStep(page, 'Experience Platform');
  await expect(page).toHaveURL('/connect/platform');
  await page.goto('/connect/phoenix');
  await expectStep(page, 'Experience Platform');

  await goToReview(page, mycluster);
  await page.goBack();
  await expectStep(page, 'Phoenix');
  await field(page, 'Host').clear();
  await page.goForward();
  await expectStep(page, 'Phoenix');
  await expect(page).toHaveURL('/connect/phoenix');
  await expectValues(page, { Host: '', Username: mycluster.username, Password: mycluster.password });
});

test('a reload starts at the first step and keeps everything except the secrets', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToReview(page, mycluster);
  await page.reload();
  await expectStep(page, 'Experience Platform');
  await expect(page.getByText('Your previous values are restored. Secrets and values')).toBeVisible();
  await expectValues(page, { 'API key': caller.apiKey, 'Access token': '', Sandbox: caller.sandbox });
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await expectValues(page, { Host: mycluster.host, Username: mycluster.username, Password: '' });
});

test('the step indicator shows the current step and links to completed steps', async ({ page }) => {
  await openWizard(page);
  await expectCurrentStep(page, 'Experience Platform');
  await expect(stepIndicator(page).getByRole('link')).toHaveCount(0);
  await goToReview(page, mycluster);
  await expectCurrentStep(page, 'Review');
  await expect(stepIndicator(page).getByRole('link')).toHaveText(['Experience Platform', 'Phoenix']);
  await stepIndicator(page).getByRole('link', { name: 'Experience Platform' }).click();
  await expectStep(page, 'Experience Platform');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectCurrentStep(page, 'Experience Platform');
  await stepIndicator(page).getByRole('link', { name: 'Review' }).click();
  await expectStep(page, 'Review');
});

test('Change on Review returns to Review and keeps all other values', async ({ page }) => {
  await goToReview(page, mycluster);
  await page.getByRole('link', { name: 'Change Experience Platform' }).click();
  await expectStep(page, 'Experience Platform');
  await field(page, 'Sandbox').fill('dev');
  await field(page, 'Sandbox').press('Tab');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('definition').filter({ hasText: /^dev$/ })).toBeVisible();

  await page.getByRole('link', { name: 'Change Apache Phoenix' }).click();
  await expectStep(page, 'Phoenix');
  await expectValues(page, {
    Host: mycluster.host,
    Username: mycluster.username,
    Password: mycluster.password,
  });
  await field(page, 'Username').fill('reader');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('definition').filter({ hasText: /^reader$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^dev$/ })).toBeVisible();
});

test('a preset replaces only preset values and keeps typed values', async ({ page }) => {
  const ssl = page.getByRole('switch', { name: 'Enable SSL', exact: true });
  await goToPhoenix(page);
  await expect(page.getByRole('radio', { name: 'Azure HDInsight', exact: true })).toBeChecked();
  await showPresetFields(page);
  await expectValues(page, { Port: '443', 'HTTP path': '/hbasephoenix0' });
  await expect(ssl).toBeChecked();

  await choosePreset(page, 'Phoenix Query Server');
  await showPresetFields(page);
  await expectValues(page, { Port: '8765', 'HTTP path': '/' });
  await expect(ssl).not.toBeChecked();

  await field(page, 'Port').fill('9000');
  await choosePreset(page, 'Azure HDInsight');
  await expectValues(page, { Port: '9000', 'HTTP path': '/hbasephoenix0' });
  await expect(ssl).toBeChecked();

  await choosePreset(page, 'Custom');
  await expectValues(page, { Port: '9000', 'HTTP path': '/hbasephoenix0' });
  await expect(ssl).toBeChecked();
});

test('a short cluster name is completed on leaving Host, for HDInsight only', async ({ page }) => {
  await goToPhoenix(page);
  await field(page, 'Host').fill(' mycluster ');
  await expect(field(page, 'Host')).toHaveValue(' mycluster ');
  await field(page, 'Host').blur();
  await expect(field(page, 'Host')).toHaveValue('mycluster.azurehdinsight.net');
  await field(page, 'Host').fill('phoenix.example.com');
  await field(page, 'Host').blur();
  await expect(field(page, 'Host')).toHaveValue('phoenix.example.com');

  await choosePreset(page, 'Phoenix Query Server');
  await field(page, 'Host').fill('queryserver');
  await field(page, 'Host').blur();
  await expect(field(page, 'Host')).toHaveValue('queryserver');
  // An international name is shown in the form that is sent.
  await field(page, 'Host').fill('bücher.example');
  await field(page, 'Host').blur();
  await expect(field(page, 'Host')).toHaveValue('xn--bcher-kva.example');
});

test('the connection name follows the host until it is edited', async ({ page }) => {
  await goToPhoenix(page);
  const name = field(page, 'Connection name');
  await field(page, 'Host').fill('first');
  await expect(name).toHaveValue('Phoenix first');
  await field(page, 'Host').fill('second.azurehdinsight.net');
  await expect(name).toHaveValue('Phoenix second');
  await name.fill('Of my own');
  await field(page, 'Host').fill('third');
  await field(page, 'Host').blur();
  await expect(name).toHaveValue('Of my own');
  await fillPhoenix(page, { ...mycluster, host: 'fourth' });
  await press(page, 'Continue');
  await expect(page.getByRole('definition').filter({ hasText: /^Of my own$/ })).toBeVisible();
});
