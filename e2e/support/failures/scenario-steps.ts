import { type Page, expect } from '@playwright/test';
import { answerAs, expectValues, heldBy, startAnother, toFields } from '../wizard/caller-navigation.ts';
import { section } from '../wizard/connections.ts';
import { countCreates } from '../wizard/count-creates.ts';
import type { ExpectedFailure } from './expected-failures.ts';
import { passTimeUntilVisible } from '../wizard/pass-time.ts';
import { problemSummary } from '../wizard/problems.ts';
import {
  type CallerAnswers,
  type PhoenixAnswers,
  expectStep,
  field,
  press,
  readConnectionId,
} from '../wizard/wizard.ts';

/** The caller and the database values of a scenario, including the value that triggers the failure. */
export interface ScenarioContext {
  readonly caller: CallerAnswers;
  /** The same caller with all values valid. */
  readonly rightCaller: CallerAnswers;
  readonly answers: PhoenixAnswers;
}

/** Each function starts and ends at step one, so that several scenarios can run on the same page. */

type Expected<Kind> = Extract<ExpectedFailure, { kind: Kind }>;

const notCreated = 'The connection was not created. It is safe to try again.';

/**
 * Expects one panel on Review that shows the error and how far the request got. The panel has the focus, or the field in
 * it that must be corrected.
 */
async function expectPanel(page: Page, words: string, route: string, corrected: string | null = null) {
  const panel = problemSummary(page);
  await expect(panel).toHaveCount(1);
  await expect(corrected === null ? panel : field(page, corrected)).toBeFocused();
  await expect(panel).toContainText(words);
  await expect(panel.getByRole('figure')).toContainText(route);
  await expect(page).toHaveTitle('Error: Review - Phoenix connection');
  await expectStep(page, 'Review');
}

/** Expects the connection page, and that the service has exactly this connection. */
async function expectOne(page: Page, caller: CallerAnswers, answers: PhoenixAnswers) {
  const id = await readConnectionId(page);
  expect(await heldBy(caller)).toMatchObject([
    { id, auth: { params: { host: answers.host, username: answers.username } } },
  ]);
}

export async function runCallerField(
  page: Page,
  context: ScenarioContext,
  expected: Expected<'caller-field'>,
) {
  const { caller, rightCaller, answers } = context;
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expectPanel(page, expected.words, expected.route);
  await expect(problemSummary(page)).toContainText(notCreated);
  await problemSummary(page)
    .getByRole('link', { name: `Change ${expected.field}`, exact: true })
    .click();

  await expectStep(page, 'Experience Platform');
  await expect(field(page, expected.field)).toBeFocused();
  await expect(field(page, expected.field)).toHaveAccessibleDescription(expected.words);
  if (expected.listing === null) {
    await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toBeVisible();
  } else {
    await expect(page.getByRole('main')).toContainText(`Sandboxes could not be loaded. ${expected.listing}`);
  }
  await expectValues(page, toFields(caller));

  const typed = Object.values(toFields(caller));
  for (const [name, value] of Object.entries(toFields(rightCaller))) {
    if (!typed.includes(value)) await field(page, name).fill(value);
  }
  // The list of sandboxes covers other elements while its field has the focus.
  await page.keyboard.press('Tab');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(problemSummary(page), 'a corrected value is no longer a problem').toHaveCount(0);
  expect(await heldBy(rightCaller)).toEqual([]);
  await press(page, 'Create connection');
  await expectOne(page, rightCaller, answers);
  await startAnother(page);
}

export async function runParam(page: Page, context: ScenarioContext, expected: Expected<'param'>) {
  const { caller, answers } = context;
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expectPanel(page, expected.words, expected.route, expected.field);
  await expect(problemSummary(page)).toContainText(notCreated);
  expect(await heldBy(caller)).toEqual([]);

  await page.getByRole('link', { name: 'Edit all settings' }).click();
  await expectStep(page, 'Phoenix');
  await expect(field(page, expected.field)).toBeFocused();
  await expect(field(page, expected.field)).toHaveAccessibleDescription(expected.words);
  // A refused password must be entered again.
  const kept = expected.field === 'Password' ? '' : answers.password;
  await expectValues(page, { Host: answers.host, Username: answers.username, Password: kept });
  await field(page, expected.field).fill(expected.corrected);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(problemSummary(page), 'a corrected value is no longer a problem').toHaveCount(0);
  await press(page, 'Create connection');
  await expectOne(
    page,
    caller,
    expected.field === 'Host' ? { ...answers, host: expected.corrected } : answers,
  );
  await startAnother(page);
}

/** Creates a connection that is refused: the panel says so, and the service has nothing. Counts the requests. */
async function createRefused(
  page: Page,
  { caller, answers }: ScenarioContext,
  { words, route }: Expected<'refused' | 'busy'>,
) {
  const creates = countCreates(page);
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expectPanel(page, words, route);
  await expect(problemSummary(page)).toContainText(notCreated);
  expect(await heldBy(caller)).toEqual([]);
  return creates;
}

export async function runRefused(page: Page, context: ScenarioContext, expected: Expected<'refused'>) {
  const { answers } = context;
  const creates = await createRefused(page, context, expected);
  expect(creates()).toBe(1);
  await press(page, 'Back');
  await expectValues(page, { Host: answers.host, Username: answers.username, Password: answers.password });
  await press(page, 'Back');
}

export async function runBusy(page: Page, context: ScenarioContext, expected: Expected<'busy'>) {
  const { caller, answers } = context;
  const creates = await createRefused(page, context, expected);
  if (expected.countdown !== null) {
    await expect(problemSummary(page).getByText(expected.countdown)).toBeVisible();
    await expect(problemSummary(page).getByText('You can try again now.')).toBeVisible();
    await expect(problemSummary(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  }
  expect(creates(), 'a create is never repeated automatically').toBe(1);
  // The service takes three seconds to recover.
  const tryAgain = problemSummary(page).getByRole('button', { name: 'Try again' });
  const id = page.getByLabel('Connection ID', { exact: true });
  await expect(async () => {
    if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 1000 });
    await expect(id).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectOne(page, caller, answers);
  await startAnother(page);
}

export async function runNotFound(
  page: Page,
  { caller, answers }: ScenarioContext,
  expected: Expected<'not-found'>,
) {
  const creates = countCreates(page);
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expect(page.getByText('The response was lost. The search takes up to 90 seconds.')).toBeVisible();
  await passTimeUntilVisible(page, problemSummary(page));
  await expectPanel(
    page,
    'Connection not found yet. Trying again may make a duplicate. The response was lost. The connection may still appear in the sandbox.',
    expected.route,
  );
  expect(creates()).toBe(1);
  expect(await heldBy(caller)).toEqual([]);

  await press(page, 'Search again');
  await expect(page.getByRole('button', { name: 'Stop search', exact: true })).toBeVisible();
  await press(page, 'Stop search');
  await expect(problemSummary(page)).toBeFocused();
  expect(creates()).toBe(1);
  await page.getByRole('link', { name: 'Change Apache Phoenix' }).click();
  await expectValues(page, { Host: answers.host, Username: answers.username, Password: answers.password });
  await press(page, 'Back');
}

export async function runFound(page: Page, { caller, answers }: ScenarioContext) {
  const creates = countCreates(page);
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expect(page.getByLabel('Connection ID', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'Connection created' })).toContainText(
    'The response was lost, but the connection was found.',
  );
  await expectOne(page, caller, answers);
  expect(creates()).toBe(1);
  await startAnother(page);
}

export async function runMade(
  page: Page,
  { caller, answers }: ScenarioContext,
  { part, words }: Expected<'made'>,
) {
  const creates = countCreates(page);
  await answerAs(page, caller, answers);
  await press(page, 'Create connection');
  await expectOne(page, caller, answers);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(section(page, part)).toContainText(words);
  expect(creates()).toBe(1);
  await startAnother(page);
}

export async function runSandboxByHand(page: Page, { caller, answers }: ScenarioContext, words: string) {
  await answerAs(page, caller, answers);
  await page.getByRole('link', { name: 'Change Experience Platform' }).click();
  await passTimeUntilVisible(page, page.getByRole('status').filter({ hasText: words }));
  await expectValues(page, toFields(caller));
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expectOne(page, caller, answers);
  await startAnother(page);
}
