import type { Page } from '@playwright/test';

/** To be called before a function is carried into the page: the compiler marks names with a helper of its own. */
export async function addNameHelper(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name = (value) => value');
}
