import { test } from '@playwright/test';
import { expectNoSidewaysScrolling, expectNoViolations, openListRules } from '../support/axe.ts';
import { walkElsewhere, walkPhoenix, walkPlatform, walkReview } from '../support/every-state.ts';

const walks = [
  { name: 'step one', walk: walkPlatform },
  { name: 'step two', walk: walkPhoenix },
  { name: 'Review and the result', walk: walkReview },
  { name: 'every other page', walk: walkElsewhere },
] as const;

// axe takes a second or more for each state on a busy machine, and there are many.
test.describe.configure({ timeout: 60_000 });

for (const { name, walk } of walks) {
  test(`axe finds nothing on ${name}, and nothing scrolls sideways`, async ({ page }) => {
    await walk(page, async (state, { isListOpen } = { isListOpen: false }) => {
      await expectNoViolations(page, state, isListOpen ? openListRules : []);
      await expectNoSidewaysScrolling(page, state);
    });
  });
}
