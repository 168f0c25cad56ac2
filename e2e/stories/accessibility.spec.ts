import { expect, test } from '@playwright/test';
import { expectAccessible, openListRules } from '../support/axe.ts';
import { findLeastEdgeContrast } from '../support/edge-contrast.ts';
import { walkElsewhere, walkPhoenix, walkPlatform, walkReview } from '../support/every-state.ts';
import { openWizard } from '../support/wizard.ts';

const walks = [
  { name: 'step one', walk: walkPlatform },
  { name: 'step two', walk: walkPhoenix },
  { name: 'Review and the result', walk: walkReview },
  { name: 'every other page', walk: walkElsewhere },
] as const;

// axe takes a second or more for each state on a busy machine, and there are many.
test.describe.configure({ timeout: 90_000 });

for (const { name, walk } of walks) {
  test(`${name}: accessible in every state, colour scheme and zoom`, async ({ page }) => {
    await walk(page, async (state, { isListOpen } = { isListOpen: false }) => {
      await expectAccessible(page, state, {
        rules: isListOpen ? openListRules : [],
        keepsSize: isListOpen,
      });
    });
  });
}

test('the edge of a field stands out in light and dark', async ({ page }) => {
  await openWizard(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(() => page.evaluate(findLeastEdgeContrast), `${colorScheme}: contrast`)
      .toBeGreaterThanOrEqual(3);
  }
});
