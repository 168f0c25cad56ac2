import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { findSmallTargets } from './small-targets.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What Spectrum's open list box does to the page around it, and we cannot mend. */
export const openListRules = ['aria-hidden-focus', 'region', 'page-has-heading-one'];

/** A window of 1280 by 1024 pixels at 200 % and at 400 %: what WCAG 1.4.4 and 1.4.10 ask for. */
const twice = { width: 640, height: 512 };
const fourTimes = { width: 320, height: 256 };

/** How people look at a page; each colour scheme and each zoom once. */
const views = [
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', size: null },
  { name: 'light at 200 %', colorScheme: 'light', forcedColors: 'none', size: twice },
  { name: 'forced colours at 400 %', colorScheme: 'light', forcedColors: 'active', size: fourTimes },
] as const;

interface Excuses {
  readonly rules: readonly string[];
  /** Whether what is open would close when the window changes. */
  readonly keepsSize: boolean;
}

/**
 * The page as it stands holds up however it is looked at: axe finds nothing by the rules of WCAG 2.2 A and AA and its
 * best practices, no target is too small, and nothing scrolls sideways. Afterwards the window is as it was.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  { rules, keepsSize }: Excuses = { rules: [], keepsSize: false },
) {
  const usual = page.viewportSize();
  for (const { name, colorScheme, forcedColors, size } of views) {
    const where = `${state}, ${name}`;
    await page.emulateMedia({ colorScheme, forcedColors });
    if (size !== null && !keepsSize) await page.setViewportSize(size);
    await settle(page);
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(tags)
      // What react-aria has just said aloud stays here for seconds, naming a button that may be gone by then.
      .exclude('[data-live-announcer]')
      .disableRules([...rules])
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, where).toEqual([]);
    // axe passes over in silence what it could not measure; every page has text and links.
    const measured = passes.map(({ id }) => id);
    expect(measured, where).toEqual(
      expect.arrayContaining(['target-size', ...(forcedColors === 'active' ? [] : ['color-contrast'])]),
    );
    expect(await page.evaluate(findSmallTargets), `${where}: targets under 24 px`).toEqual([]);
    expect(await readOverhang(page), `${where}: scrolls sideways`).toBe(0);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  if (usual !== null) await page.setViewportSize(usual);
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
  const usual = page.viewportSize();
  await page.setViewportSize(fourTimes);
  expect(await readOverhang(page), `${state}, at 400 %`).toBe(0);
  if (usual !== null) await page.setViewportSize(usual);
}

/** By how many pixels the page is wider than the window. */
function readOverhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
