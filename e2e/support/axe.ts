import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What Spectrum's open list box does to the page around it, and we cannot mend. */
export const openListRules = ['aria-hidden-focus', 'region', 'page-has-heading-one'];

/** axe finds nothing on the page as it stands, in light and dark, by the rules of WCAG 2.2 A and AA and its best practices. */
export async function expectNoViolations(page: Page, state: string, excusedRules: readonly string[] = []) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(tags)
      // What react-aria has just said aloud stays here for seconds, naming a button that may be gone by then.
      .exclude('[data-live-announcer]')
      .disableRules([...excusedRules])
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
    // axe passes over in silence what it could not measure; every page has text and links.
    const measured = passes.map(({ id }) => id);
    expect(measured, state).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
  }
}

/** Waits until nothing moves: halfway through a transition a colour is none of the design's. */
async function settle(page: Page) {
  await page.evaluate(async () => {
    // Nothing moves on where it is not drawn, as in details that are closed.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true)
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** On the narrowest screen the page itself does not scroll sideways; a code block in it may. */
export async function expectNoSidewaysScrolling(page: Page, state: string) {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const { content, view } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(content, `${state}, 360 px wide`).toBeLessThanOrEqual(view);
  if (wide !== null) await page.setViewportSize(wide);
}
