import { type Page, expect } from '@playwright/test';
import { askService } from './flow-service.ts';
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

/** The way through the wizard as a caller of one's own, whose connections are one test's alone. */

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

export async function expectValues(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) await expect(field(page, name)).toHaveValue(value);
}

/** What the sandbox of a caller holds. */
export async function heldBy(caller: CallerAnswers) {
  const { connections } = await askService(caller).listConnections(caller.sandbox, {});
  return connections;
}
