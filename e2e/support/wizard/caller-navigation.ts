import { type Page, expect } from '@playwright/test';
import { askService } from '../servers/flow-service.ts';
import {
  type CallerAnswers,
  type PhoenixAnswers,
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  openWizard,
  press,
} from './wizard.ts';

/** Navigation through the wizard with a test's own caller, whose connections belong to that test alone. */

export async function goToPhoenixAs(page: Page, caller: CallerAnswers) {
  await openWizard(page);
  await fillCaller(page, caller);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
}

export async function goToReviewAs(page: Page, caller: CallerAnswers, answers: PhoenixAnswers) {
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, answers);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
}

/** Fills in the wizard from step one, whatever its values are, to Review. */
export async function answerAs(page: Page, caller: CallerAnswers, answers: PhoenixAnswers) {
  await expectStep(page, 'Experience Platform');
  for (const [name, value] of Object.entries(toFields(caller))) await field(page, name).fill(value);
  // The list of sandboxes covers other elements while its field has the focus.
  await page.keyboard.press('Tab');
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, answers);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
}

/** Returns from any page to step one, which keeps the last input. New connection skips it while it is valid. */
export async function startAnother(page: Page) {
  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  const first = page.getByRole('navigation', { name: 'Steps', exact: true }).getByRole('listitem').first();
  await expect(first).toBeVisible();
  if ((await first.getAttribute('aria-current')) === null) await first.getByRole('link').click();
}

export function toFields({ apiKey, organizationId, accessToken, sandbox }: CallerAnswers) {
  return {
    'API key': apiKey,
    'Organization ID': organizationId,
    'Access token': accessToken,
    Sandbox: sandbox,
  };
}

export async function expectValues(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) await expect(field(page, name)).toHaveValue(value);
}

/** Lists the connections in the sandbox of a caller. */
export async function heldBy(caller: CallerAnswers) {
  const { connections } = await askService(caller).listConnections(caller.sandbox, {});
  return connections;
}
