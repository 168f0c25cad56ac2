import { type Page, expect } from '@playwright/test';

/** Expects that an element of the page has the focus and is visible. */
export async function expectFocus(page: Page, after: string) {
  await expect.poll(() => page.evaluate(findFocusFault), { message: `focus after: ${after}` }).toBeNull();
}

const isLost = 'it is lost';
/** The result when the focus has returned to the first element of a Tab round. */
const isBack = 'it is back';

/**
 * Expects that Tab leads through the whole page and back, and that each focused element is visible (WCAG 2.2,
 * 2.4.11).
 */
export async function expectFocusSeenByTab(page: Page, state: string) {
  await page.keyboard.press('Tab');
  const first = await page.evaluateHandle(() => document.activeElement);
  const found: string[] = [];
  let fault = await readSettledFault(page, () => page.evaluate(findFocusFault));
  for (let stops = 0; fault !== isBack && stops < 100; stops += 1) {
    if (fault !== null) found.push(fault);
    await page.keyboard.press('Tab');
    fault = await readSettledFault(page, () => first.evaluate(findFocusFault));
  }
  // Once per round, between the last and the first element, the browser itself has the focus.
  const browsersOwn = found.indexOf(isLost);
  if (browsersOwn >= 0) found.splice(browsersOwn, 1);
  expect(found, `${state}: focused with Tab`).toEqual([]);
  expect(fault, `${state}: Tab moves through all controls`).toBe(isBack);
}

/**
 * Lists close and focused elements scroll into view some frames after the key, so the state is read until it is
 * stable.
 */
async function readSettledFault(page: Page, read: () => Promise<string | null>): Promise<string | null> {
  let fault = await read();
  for (
    let frames = 0;
    fault !== null && fault !== isBack && frames < (fault === isLost ? 10 : 30);
    frames += 1
  ) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    fault = await read();
  }
  return fault;
}

/**
 * Runs in the page. Returns what is wrong with the focus, or null, or that the focus is back on the first element.
 */
export function findFocusFault(first?: unknown): string | null {
  const { activeElement: focused } = document;
  if (focused === first) return 'it is back';
  if (focused === null || focused === document.body) return 'it is lost';
  const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 40)}`;
  // A link may wrap to the next line.
  const [box = focused.getBoundingClientRect()] = focused.getClientRects();
  const { left, right, top, bottom, width, height } = box;
  const isWhole = left > -1 && right < innerWidth + 1 && top > -1 && bottom < innerHeight + 1;
  // An element that is larger than the screen is only partly visible.
  if (!isWhole && width <= innerWidth && height <= innerHeight) {
    return `${name} is not on the screen: ${left} to ${right}, ${top} to ${bottom}`;
  }
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const seen = document.elementFromPoint(x, y);
  // A radio button is drawn in its label.
  const own = focused.closest('label') ?? focused;
  return seen !== null && own.contains(seen) ? null : `${name} is hidden by ${seen?.tagName ?? 'nothing'}`;
}
