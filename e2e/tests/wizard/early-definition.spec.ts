import { type Page, type Request, expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { hold } from '../../support/network/hold.ts';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  showPresetFields,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

const definitions = '**/api/flowservice/connectionSpecs/*';

function isDefinition(request: Request): boolean {
  return request.url().includes('/api/flowservice/connectionSpecs/');
}

async function callerWith(apiKey: string) {
  return { ...(await getOwnCredentials()), apiKey };
}

const late = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Adobe’s definition of this source differs' });
const useIt = (page: Page) => page.getByRole('button', { name: 'Use Adobe’s definition', exact: true });

test('the definition is requested once, in step one, and the form follows it', async ({ page }) => {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (isDefinition(request)) requests.push(request);
  });
  await openWizard(page);
  const arrived = page.waitForResponse((response) => isDefinition(response.request()));
  await fillCaller(page, await callerWith('spec-new-param'));
  await arrived;
  await expectStep(page, 'Experience Platform');
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Catalog')).toBeVisible();
  await expect(late(page)).toHaveCount(0);
  expect(requests.map((request) => request.headers()['x-sandbox-name'])).toEqual(['prod']);
});

test('nothing is requested for a sandbox that is not listed', async ({ page }) => {
  const sandboxes: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (isDefinition(request)) sandboxes.push(request.headers()['x-sandbox-name']);
  });
  await page.clock.install();
  await openWizard(page);
  await fillCaller(page, { ...(await callerWith('spec-new-param')), sandbox: 'pro' });
  await page.clock.runFor(2000);
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toBeVisible();
  await page.clock.runFor(2000);
  expect(sandboxes).toEqual([]);
  const requested = page.waitForRequest(isDefinition);
  await field(page, 'Sandbox').fill('dev');
  await page.clock.runFor(2000);
  await requested;
  expect(sandboxes).toEqual(['dev']);
});

test('a late definition is offered, and changes the form only on a click, which keeps the input', async ({
  page,
}) => {
  const arrive = await hold(page, definitions);
  await goToPhoenixAs(page, await callerWith('spec-renamed-param'));
  await fillPhoenix(page, mycluster);
  await expect(late(page)).toHaveCount(0);
  arrive();
  await expect(late(page)).toContainText('Adobe now also requires Catalog.');
  await expect(late(page)).toContainText('Adobe no longer accepts HTTP path, so it is not sent.');
  await expect(late(page).getByRole('paragraph')).toHaveCount(1);
  await showPresetFields(page);
  await expect(field(page, 'HTTP path')).toBeVisible();
  await expect(field(page, 'Catalog')).toHaveCount(0);

  await useIt(page).click();
  await expect(field(page, 'Catalog')).toBeVisible();
  await expect(page.getByLabel('HTTP path', { exact: true })).toHaveCount(0);
  await expect(field(page, 'Host')).toHaveValue(mycluster.host);
  await expect(field(page, 'Password')).toHaveValue(mycluster.password);
  await expect(late(page)).toHaveCount(0);
});

test('a form whose late definition is not used follows the documentation', async ({ page }) => {
  const arrive = await hold(page, definitions);
  await goToPhoenixAs(page, await callerWith('spec-renamed-param'));
  arrive();
  await expect(useIt(page)).toBeVisible();
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
});

test('a late definition that is the same as the documentation is not mentioned', async ({ page }) => {
  const arrive = await hold(page, definitions);
  await openWizard(page);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  const arrived = page.waitForResponse((response) => isDefinition(response.request()));
  arrive();
  await arrived;
  await fillPhoenix(page, mycluster);
  await expect(late(page)).toHaveCount(0);
});

test('a late definition that cannot be used is explained, and there is nothing to click', async ({
  page,
}) => {
  const arrive = await hold(page, definitions);
  await goToPhoenixAs(page, await callerWith('spec-without-auth'));
  arrive();
  await expect(late(page)).toContainText('Adobe’s definition of Apache Phoenix cannot be used.');
  await expect(useIt(page)).toHaveCount(0);
  await showPresetFields(page);
  await expect(field(page, 'HTTP path')).toBeVisible();
});

test('without a definition, the form follows the documentation', async ({ page }) => {
  await page.route(definitions, (route) => route.abort());
  await openWizard(page);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, mycluster);
  await expect(late(page)).toHaveCount(0);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
});
