import { test } from '@playwright/test';
import { expectNoViolations, openListRules } from '../../support/measure/axe.ts';
import { expectFocusSeenByTab } from '../../support/measure/focus.ts';
import { walkCreation, walkElsewhere, walkLostAnswer } from '../../support/measure/every-state.ts';

const walks = [
  { name: 'the way to a connection', walk: walkCreation },
  { name: 'Review after a lost response', walk: walkLostAnswer },
  { name: 'every other page', walk: walkElsewhere },
] as const;

for (const { name, walk } of walks) {
  test(`${name} passes axe in light, dark, forced colors and zoomed, and Tab reaches visible controls`, async ({
    page,
  }) => {
    await walk(page, async (state, { isListOpen } = { isListOpen: false }) => {
      await expectNoViolations(page, state, isListOpen ? openListRules : []);
      if (isListOpen) return;
      await page.setViewportSize({ width: 320, height: 256 });
      await expectFocusSeenByTab(page, `${state}, at 400%`);
      await page.setViewportSize({ width: 1280, height: 720 });
    });
  });
}
