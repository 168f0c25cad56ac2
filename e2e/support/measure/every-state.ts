import { type Page, expect } from '@playwright/test';
import { connectionRows, expectTest } from '../wizard/connections.ts';
import { getOwnCredentials } from '../servers/flow-service.ts';
import { problemSummary } from '../wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  useDemoCredentials,
  showPresetFields,
} from '../wizard/wizard.ts';

/** Checks the page in its current state. `state` names that state. */
type Look = (state: string, about?: { readonly isListOpen: boolean }) => Promise<void>;

/** Walks from an empty page, through errors and a refusal, to the result and the list of connections. */
export async function walkCreation(page: Page, look: Look) {
  await openWizard(page);
  await look('the first step, empty');
  await press(page, 'Import credentials');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the first step, import dialog');
  await page.keyboard.press('Escape');
  await press(page, 'Continue');
  await expect(problemSummary(page)).toBeVisible();
  await look('the first step, with errors');
  await fillCaller(page, { ...(await getOwnCredentials()), accessToken: 'refused.access.token' });
  await expect(page.getByText('Sandboxes could not be loaded.')).toBeVisible();
  await look('the first step, rejected token');
  await useDemoCredentials(page);
  await look('the first step, filled in');
  await page.getByRole('combobox', { name: 'Sandbox', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('the first step, list of sandboxes open', { isListOpen: true });
  await page.keyboard.press('Escape');

  const { organizationId } = await getOwnCredentials();
  await field(page, 'Organization ID').fill(organizationId);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await look('the second step, empty');
  await press(page, 'Change source');
  await expectStep(page, 'Choose a source');
  await expect(page.getByText(/Listed by Adobe/).first()).toBeVisible();
  await look('the sources');
  await page.getByRole('link', { name: 'Oracle', exact: true }).click();
  await expectStep(page, 'Oracle');
  await look('the second step of a source with two auth methods');
  await press(page, 'Change source');
  await page.getByRole('link', { name: 'Apache Phoenix', exact: true }).click();
  await expectStep(page, 'Phoenix');
  await showPresetFields(page);
  await field(page, 'Port').fill('abc');
  await press(page, 'Continue');
  await expect(problemSummary(page)).toBeVisible();
  await look('the second step, with errors');
  await field(page, 'Port').fill('443');
  await choosePreset(page, 'Azure HDInsight');

  await fillPhoenix(page, { ...mycluster, host: 'certificate-other-name.example' });
  await press(page, 'Check connection');
  await expect(page.getByRole('button', { name: 'Use other-name.example' })).toBeVisible();
  await look('the second step, failed check');
  await field(page, 'Host').fill('unreachable.example');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await look('Review');
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toBeVisible();
  await look('Review, rejected');
  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await field(page, 'Host').fill(`${'long-name-'.repeat(6)}1.azurehdinsight.net`);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectTest(page, 'Passed');
  await expect(page.getByText('12 tables.')).toBeVisible();
  await look('the new connection');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toHaveCount(1);
  await look('connections');
}

/** Checks Review during a create and after its answer was lost, including the dialogs and notices on the way. */
export async function walkLostAnswer(page: Page, look: Look) {
  await page.clock.install();
  await openWizard(page);
  await fillCaller(page, await getOwnCredentials());
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, { ...mycluster, host: 'timeout.example' });
  await page.getByText('Secrets in memory').click();
  await look('the second step, filled in, with Secrets in memory');
  await press(page, 'Start again');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('the question before starting again');
  await press(page, 'Keep values');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expect(page.getByRole('button', { name: 'Stop search' })).toBeVisible();
  await look('Review, looking for what was lost');
  await press(page, 'Stop search');
  await expect(problemSummary(page)).toBeVisible();
  await page.getByText('Error details', { exact: true }).click();
  await look('Review, not found');
  await press(page, 'Stop trying');
  await expect(page.getByText('An earlier connection may still appear')).toBeVisible();
  await look('Review, after stopping');
}

/** Checks the pages that need no answers, and the empty pages. */
export async function walkElsewhere(page: Page, look: Look) {
  await page.goto('/no/such/page');
  await expectStep(page, 'Page not found');
  await look('page not found');
  await press(page, 'Simulate a failure');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the list of failures');
  await page.goto('/connections/0d982fff-c443-403e-982f-ffc443f03e37');
  await expectStep(page, 'Connection');
  await look('a connection, without credentials');
  await page.goto('/connections');
  await expectStep(page, 'Connections');
  await look('connections, without credentials');
  await page.getByRole('link', { name: 'Enter credentials' }).click();
  await fillCaller(page, await getOwnCredentials());
  await press(page, 'Continue');
  await expect(page.getByText('No connections yet.')).toBeVisible();
  await look('connections, none yet');
  await page.getByText('Secrets in memory').click();
  await press(page, 'Clear secrets');
  await expect(page.getByRole('alert').filter({ hasText: 'Secrets cleared' })).toBeVisible();
  await look('connections, after the secrets were cleared');
}
