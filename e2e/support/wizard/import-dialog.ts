import { type Page, expect } from '@playwright/test';

/** The one dialog for everything that is pasted. */
export function importDialog(page: Page) {
  return page.getByRole('dialog', { name: 'Import', exact: true });
}

/** Pastes into what has the focus, by way of the clipboard, as people do. */
export async function paste(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Opens the dialog by one of its buttons and pastes into its box. */
export async function pasteIntoDialog(page: Page, button: string, text: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(importDialog(page).getByRole('textbox')).toBeFocused();
  await paste(page, text);
}

/** The line of the preview that says what was read: it takes the focus, and so it is heard. */
export function previewLine(page: Page, label: string) {
  return importDialog(page).getByRole('paragraph').filter({ hasText: label });
}

/** What the dialog shows of what it read: a row for each field, with what it holds now and what was found. */
export async function expectPreview(page: Page, rows: readonly (readonly [string, string, string])[]) {
  const shown = importDialog(page).getByRole('row').getByRole('cell');
  await expect(shown).toHaveText(rows.flat());
}

/** The items below a heading of the preview, such as `To know`. */
export function previewRemarks(page: Page, heading: string) {
  const section = importDialog(page).getByRole('heading', { name: heading, exact: true }).locator('..');
  return section.getByRole('listitem');
}

/** What is announced about imports. */
export function importNotice(page: Page) {
  return page.getByRole('status').filter({ hasText: /^(?:Imported|Import undone)/ });
}
