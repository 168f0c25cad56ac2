import { type Page, expect } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expectRoom } from './layout.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What Spectrum's open list box does to the page around it, and we cannot mend. */
export const openListRules = ['aria-hidden-focus', 'region', 'page-has-heading-one'];

/** What may differ with the colours and the size of one and the same page. Names do when a text is hidden. */
const rulesOfLooks = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'button-name',
  'link-name',
  'label',
  'aria-hidden-focus',
];

/**
 * A screen of 1280 pixels as it is, and zoomed to 200% and 400%. No colour depends on the size and no size on the
 * colours, so each is looked at once. The last one is the one that tests begin with.
 */
const looks = [
  {
    name: 'forced colours at 400%',
    rules: rulesOfLooks,
    media: { colorScheme: 'light', forcedColors: 'active' },
    size: { width: 320, height: 256 },
  },
  {
    name: 'dark at 200%',
    rules: rulesOfLooks,
    media: { colorScheme: 'dark', forcedColors: 'none' },
    size: { width: 640, height: 512 },
  },
  {
    name: 'light',
    rules: null,
    media: { colorScheme: 'light', forcedColors: 'none' },
    size: { width: 1280, height: 720 },
  },
] as const;

/**
 * axe finds nothing on the page as it stands, by the rules of WCAG 2.2 A and AA and its best practices, and everything
 * on it has room: in light, dark and forced colours, and zoomed in.
 */
export async function expectNoViolations(page: Page, state: string, excusedRules: readonly string[] = []) {
  for (const { name, rules, media, size } of looks) {
    await page.emulateMedia(media);
    await page.setViewportSize(size);
    await settle(page);
    await expectRoom(page, `${state}, ${name}`);
    const { violations, passes } = await runAxe(page, {
      runOnly: rules?.filter((rule) => !excusedRules.includes(rule)) ?? tags,
      rules: Object.fromEntries(excusedRules.map((rule) => [rule, { enabled: false }])),
    });
    expect(violations, `${state}, ${name}`).toEqual([]);
    // axe passes over in silence what it could not measure; every page has text and links.
    expect(passes, state).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
  }
}

/** Loads axe once for each document. Returns each violation with its element, and the names of the rules that passed. */
async function runAxe(page: Page, options: RunOptions) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOptions) => {
    // What react-aria has just said aloud stays there for seconds, naming a button that may be gone by then.
    const context = { exclude: [['[data-live-announcer]']] };
    const results = await window.axe?.run(context, runOptions);
    if (results === undefined) throw new Error('axe was not loaded.');
    return {
      violations: results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      passes: results.passes.map(({ id }) => id),
    };
  }, options);
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
