import { type Page, expect } from '@playwright/test';

declare global {
  interface Window {
    /** The clickable elements and their positions relative to the page. */
    places: { readonly element: Element; readonly left: number; readonly top: number }[];
  }
}

/** Runs an action, such as a late answer, and expects that no clickable element has moved. */
export async function expectNothingMoves(page: Page, what: string, run: () => Promise<void>) {
  await page.evaluate(() => {
    const clickable = document.querySelectorAll('a[href], button, summary, input, textarea, [role=row]');
    window.places = [...clickable]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { left, top } = element.getBoundingClientRect();
        return { element, left: left + scrollX, top: top + scrollY };
      });
  });
  expect(await page.evaluate(() => window.places.length), what).toBeGreaterThan(0);
  await run();
  expect(await page.evaluate(findMoved), `something moved: ${what}`).toEqual([]);
}

/** Runs in the page. An element that was removed has not moved. */
function findMoved(): string[] {
  return window.places.flatMap(({ element, left, top }) => {
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return [];
    const box = element.getBoundingClientRect();
    const right = Math.round(box.left + scrollX - left);
    const down = Math.round(box.top + scrollY - top);
    if (right === 0 && down === 0) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent.trim();
    return [`${element.tagName} ${name || element.getAttribute('name')}: ${right} right, ${down} down`];
  });
}
