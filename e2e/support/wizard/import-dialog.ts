import { type Page, expect } from '@playwright/test';

/** The import dialog, which handles everything that is pasted. */
export function importDialog(page: Page) {
  return page.getByRole('dialog', { name: 'Import', exact: true });
}

/** Pastes into the focused element through the clipboard. */
export async function paste(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Opens the dialog with one of its buttons and pastes into its text box. */
export async function pasteIntoDialog(page: Page, button: string, text: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(importDialog(page).getByRole('textbox')).toBeFocused();
  await paste(page, text);
}

/** The line of the preview that names the format. It takes the focus so that it is announced. */
export function previewLine(page: Page, label: string) {
  return importDialog(page).getByRole('paragraph').filter({ hasText: label });
}

/** Expects the rows of the preview: a field, its current value and the value found. */
export async function expectPreview(page: Page, rows: readonly (readonly [string, string, string])[]) {
  const shown = importDialog(page).getByRole('row').getByRole('cell');
  await expect(shown).toHaveText(rows.flat());
}

/** The items below a heading of the preview. */
export function previewRemarks(page: Page, heading: string) {
  const section = importDialog(page).getByRole('heading', { name: heading, exact: true }).locator('..');
  return section.getByRole('listitem');
}

/** The announcement about an import. */
export function importNotice(page: Page) {
  return page.getByRole('status').filter({ hasText: /^(?:Imported|Import undone)/ });
}
