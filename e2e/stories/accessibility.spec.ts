import { test } from '@playwright/test';
import { expectNoSidewaysScrolling, expectNoViolations, openListRules } from '../support/axe.ts';
import { walkElsewhere, walkPhoenix, walkPlatform, walkReview } from '../support/every-state.ts';

// axe takes a second or more for each state on a busy machine, and there are many.
test.describe.configure({ timeout: 60_000 });

test('axe finds nothing on step one', async ({ page }) => {
  await walkPlatform(
    page,
    (state) => expectNoViolations(page, state),
    (state) => expectNoViolations(page, state, openListRules),
  );
});

test('axe finds nothing on step two', async ({ page }) => {
  await walkPhoenix(page, (state) => expectNoViolations(page, state));
});

test('axe finds nothing from Review to the result', async ({ page }) => {
  await walkReview(page, (state) => expectNoViolations(page, state));
});

test('axe finds nothing on any other page', async ({ page }) => {
  await walkElsewhere(page, (state) => expectNoViolations(page, state));
});

test.describe('360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('no page scrolls sideways', async ({ page }) => {
    const look = (state: string) => expectNoSidewaysScrolling(page, state);
    await walkPlatform(page, look, look);
    await walkPhoenix(page, look);
    await walkReview(page, look);
    await walkElsewhere(page, look);
  });
});
