import { type Locator, type Page, expect } from '@playwright/test';

/** Helpers that use the wizard by role and name, and never by its implementation. */

export interface PhoenixAnswers {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

export interface CallerAnswers {
  readonly apiKey: string;
  readonly organizationId: string;
  readonly accessToken: string;
  readonly sandbox: string;
}

export const mycluster: PhoenixAnswers = {
  host: 'mycluster.azurehdinsight.net',
  username: 'admin',
  password: 'correct horse',
};

export function field(page: Page, name: string) {
  return page
    .getByRole('textbox', { name, exact: true })
    .or(page.getByRole('combobox', { name, exact: true }));
}

export async function expectStep(page: Page, heading: string, within?: { readonly timeout: number }) {
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible(within);
}

export async function press(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
}

/**
 * Chooses an option of a menu. The keyboard is the menu's own again only when it has the focus back: the browser draws
 * a frame before that, in which keys go nowhere.
 */
export async function chooseOption(where: Page | Locator, menu: string, option: string) {
  const button = where.getByRole('button', { name: menu });
  await button.click();
  const page = 'page' in where ? where.page() : where;
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(button).toBeFocused();
}

/** Opens the menu that a small screen has in place of a part of the header. */
export async function showHeader(page: Page) {
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
}

export async function openWizard(page: Page) {
  await page.goto('/');
  await expectStep(page, 'Experience Platform');
  await page.evaluate(() => document.fonts.ready);
}

/** Fills in step one with the local service's credentials, and waits until the sandboxes are listed. */
export async function useDemoCredentials(page: Page) {
  await press(page, 'Use demo credentials');
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('prod');
}

export async function fillCaller(page: Page, caller: CallerAnswers) {
  // The sandbox is filled in first, because its list, which Tab closes, hides the other elements while it is open.
  await field(page, 'Sandbox').fill(caller.sandbox);
  await field(page, 'Sandbox').press('Tab');
  await field(page, 'API key').fill(caller.apiKey);
  await field(page, 'Organization ID').fill(caller.organizationId);
  await field(page, 'Access token').fill(caller.accessToken);
}

export async function fillPhoenix(page: Page, { host, username, password }: PhoenixAnswers) {
  await field(page, 'Host').fill(host);
  await field(page, 'Username').fill(username);
  await field(page, 'Password').fill(password);
}

/** Clicks the visible label, because Spectrum hides the radio button itself. */
export async function choosePreset(page: Page, label: string) {
  await page.getByRole('radiogroup').getByText(label, { exact: true }).click();
  await expect(page.getByRole('radio', { name: label, exact: true })).toBeChecked();
}

/** Unfolds the fields that a preset fills in. */
export async function showPresetFields(page: Page) {
  const fold = page.getByRole('button', { name: 'Port, HTTP path, Enable SSL', exact: true });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await expect(field(page, 'Port')).toBeVisible();
}

export async function goToPhoenix(page: Page) {
  await openWizard(page);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
}

export async function goToReview(page: Page, answers: PhoenixAnswers) {
  await openWizard(page);
  await useDemoCredentials(page);
  await goOnToReview(page, answers);
}

/** The same from the first step, whose values are complete. */
export async function goOnToReview(page: Page, answers: PhoenixAnswers) {
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, answers);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
}

/** The ID on the page of a connection. */
export async function readConnectionId(page: Page): Promise<string> {
  const id = page.getByLabel('Connection ID', { exact: true });
  await expect(id).toHaveText(/^[0-9a-f-]{36}$/);
  return (await id.textContent()) ?? '';
}
