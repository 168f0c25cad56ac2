import { type Locator, type Page, expect } from '@playwright/test';

/**
 * Advances the page's clock until the element is visible. The clock must be installed before the page is opened. The
 * service has its own clock.
 */
export async function passTimeUntilVisible(page: Page, awaited: Locator) {
  await expect(async () => {
    await page.clock.fastForward(15_000);
    await expect(awaited).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 120_000, intervals: [0] });
}
