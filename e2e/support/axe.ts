import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { expectRoom } from './layout.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What Spectrum's open list box does to the page around it, and we cannot mend. */
export const openListRules = ['aria-hidden-focus', 'region', 'page-has-heading-one'];

/**
 * A screen of 1280 pixels as it is, and zoomed to 200% and 400%. No colour depends on the size and no size on the
 * colours, so each is looked at once. The last one is the one that tests begin with.
 */
const looks = [
  {
    name: 'forced colours at 400%',
    media: { colorScheme: 'light', forcedColors: 'active' },
    size: { width: 320, height: 256 },
  },
  {
    name: 'dark at 200%',
    media: { colorScheme: 'dark', forcedColors: 'none' },
    size: { width: 640, height: 512 },
  },
  {
    name: 'light',
    media: { colorScheme: 'light', forcedColors: 'none' },
    size: { width: 1280, height: 720 },
  },
] as const;

/**
 * axe finds nothing on the page as it stands, by the rules of WCAG 2.2 A and AA and its best practices, and everything
 * on it has room: in light, dark and forced colours, and zoomed in.
 */
export async function expectNoViolations(page: Page, state: string, excusedRules: readonly string[] = []) {
  for (const { name, media, size } of looks) {
    await page.emulateMedia(media);
    await page.setViewportSize(size);
    await settle(page);
    await expectRoom(page, `${state}, ${name}`);
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(tags)
      // What react-aria has just said aloud stays here for seconds, naming a button that may be gone by then.
      .exclude('[data-live-announcer]')
      .disableRules([...excusedRules])
      // There are no frames, so nothing need be carried through a page of axe's own.
      .setLegacyMode()
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, `${state}, ${name}`).toEqual([]);
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
