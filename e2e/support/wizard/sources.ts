import type { Page } from '@playwright/test';
import { expectStep, press } from './wizard.ts';

/** Chooses another source on the step of the source. `link` is its name on the page of sources, `heading` that of its step. */
export async function chooseSource(page: Page, link: string, heading: string) {
  await press(page, 'Change source');
  await expectStep(page, 'Choose a source');
  await page.getByRole('link', { name: link, exact: true }).click();
  await expectStep(page, heading);
}

/** Chooses how a connection string is entered. */
export async function enterAs(page: Page, entry: 'Fields' | 'Connection string') {
  await page.getByRole('radiogroup', { name: 'Enter as' }).getByText(entry, { exact: true }).click();
}
