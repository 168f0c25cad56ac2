import type { Page } from '@playwright/test';

/** Call this before a function is passed to the page, because the compiler adds calls to its own name helper. */
export async function addNameHelper(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name = (value) => value');
}
