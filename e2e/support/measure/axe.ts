import { type Page, expect } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expectRoom } from './layout.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations that Spectrum's open list box causes on the page, and that this project cannot fix. */
export const openListRules = ['aria-hidden-focus', 'region', 'page-has-heading-one'];

/**
 * The rules whose result can differ with the colours and the size of the same page. Names differ when a text is
 * hidden.
 */
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
 * A screen of 1280 pixels at 100%, 200% and 400% zoom. Colours do not depend on the size, and sizes do not depend on
 * the colours, so each is checked once. The last entry is the state in which tests start.
 */
const looks = [
  {
    name: 'forced colors at 400%',
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
 * Expects that axe finds no violation of WCAG 2.2 A and AA or its best practices, and that all content has room: in
 * light, dark and forced colors, and zoomed in.
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
    // axe silently skips rules that it cannot measure. Every page has text and links, so these rules must have run.
    expect(passes, state).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
  }
}

/**
 * Loads axe once for each document. Returns each violation with its element, and the names of the rules that passed.
 */
async function runAxe(page: Page, options: RunOptions) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOptions) => {
    // React Aria's announcements stay in the page for seconds and may name a button that no longer exists.
    const context = { exclude: [['[data-live-announcer]']] };
    const results = await window.axe?.run(context, runOptions);
    if (results === undefined) throw new Error('axe is not loaded.');
    return {
      violations: results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      passes: results.passes.map(({ id }) => id),
    };
  }, options);
}

/** Waits until all transitions end, because a colour during a transition is not part of the design. */
async function settle(page: Page) {
  await page.evaluate(async () => {
    // Animations do not run in content that is not rendered, such as closed details.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true)
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}
