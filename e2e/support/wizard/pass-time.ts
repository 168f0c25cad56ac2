import { type Locator, type Page, expect } from '@playwright/test';

/**
 * Ends every wait of the page at once, until there is what is waited for. The page's clock must have been installed
 * before it was opened; the service has its own.
 */
export async function passTimeUntilVisible(page: Page, awaited: Locator) {
  await expect(async () => {
    await page.clock.fastForward(15_000);
    await expect(awaited).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 120_000, intervals: [0] });
}
