import { type Page, expect } from '@playwright/test';

/** The focus is on something of the page, and can be seen. */
export async function expectFocus(page: Page, after: string) {
  await expect.poll(() => page.evaluate(findFocusFault), { message: `the focus after: ${after}` }).toBeNull();
}

/** Tab leads through the whole page and back, and what it leads to can be seen each time (WCAG 2.2, 2.4.11). */
export async function expectFocusSeenByTab(page: Page, state: string) {
  await page.keyboard.press('Tab');
  const first = await page.evaluateHandle(() => document.activeElement);
  const faults: (string | null)[] = [];
  let isBack = false;
  while (!isBack && faults.length < 100) {
    faults.push(await readSettledFault(page));
    await page.keyboard.press('Tab');
    isBack = await first.evaluate((element) => element === document.activeElement);
  }
  const found = faults.filter((fault) => fault !== null);
  // Once in a round, between the last and the first stop of a page, the focus is the browser's own.
  const browsersOwn = found.indexOf('it is lost');
  if (browsersOwn >= 0) found.splice(browsersOwn, 1);
  expect(found, `${state}: focused by Tab`).toEqual([]);
  expect(isBack, `${state}: Tab leads around`).toBe(true);
}

/** Lists close, and what has the focus scrolls into sight, within frames of the key that led there. */
async function readSettledFault(page: Page): Promise<string | null> {
  let fault = await page.evaluate(findFocusFault);
  for (let frames = 0; fault !== null && frames < 30; frames += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    fault = await page.evaluate(findFocusFault);
  }
  return fault;
}

/** Runs in the page: what is wrong about the focus, or null. */
export function findFocusFault(): string | null {
  const { activeElement: focused } = document;
  if (focused === null || focused === document.body) return 'it is lost';
  const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 40)}`;
  // A link may go on in the next line.
  const [box = focused.getBoundingClientRect()] = focused.getClientRects();
  const { left, right, top, bottom, width, height } = box;
  const isWhole = left > -1 && right < innerWidth + 1 && top > -1 && bottom < innerHeight + 1;
  // What is larger than the screen is there in part.
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
