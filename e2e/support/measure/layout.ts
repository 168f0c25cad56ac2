import { type Page, expect } from '@playwright/test';

/**
 * Expects that the page does not scroll sideways (a code block in it may), that no text is cut off, that no control
 * overlaps another, and that click targets are at least 24 by 24 pixels, except for links in running text (WCAG 2.2,
 * 1.4.10, 2.5.8).
 */
export async function expectRoom(page: Page, state: string) {
  // Lists that render only visible items adapt to a new width some frames later.
  await expect.poll(() => page.evaluate(findCrowded), { message: state }).toEqual([]);
}

/** The same check at 400% zoom, where a screen of 1280 by 1024 pixels has 320 by 256. */
export async function expectRoomAt400(page: Page, state: string) {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 256 });
  await expectRoom(page, `${state}, at 400%`);
  if (usual !== null) await page.setViewportSize(usual);
}

/** Runs in the page. */
function findCrowded(): string[] {
  const call = (element: Element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
  // Content for screen readers only has a box of one pixel.
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    // The native list of a menu is only for what the browser fills in.
    element.closest('[data-testid=hidden-select-container]') === null &&
    (element.parentElement?.getBoundingClientRect().width ?? 0) > 1;
  const all = (selector: string, within: Element = document.body) =>
    [...within.querySelectorAll(selector)].filter((element) => isSeen(element));

  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = [
    ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []),
    ...all('[role=dialog] *, [role=alertdialog] *')
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => `sticks out of a dialog: ${call(element)}`),
  ];

  const cutOff = all('*')
    .filter((element) => element.textContent.trim() !== '')
    // Collapsed content has no height.
    .filter(({ clientWidth, clientHeight }) => clientWidth > 1 && clientHeight > 1)
    // A long heading may be cut off only if the button after it shows all of it.
    .filter(
      (element) => element.parentElement?.nextElementSibling?.matches('button[aria-expanded=false]') !== true,
    )
    // The value of a menu may be cut off, because its list shows all of it.
    .filter((element) => element.closest('button[aria-haspopup=listbox]') === null)
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => `cut off: ${call(element)}`);

  // An open dialog or list covers the page as intended.
  const front = document.querySelector('[role=listbox], [role=dialog], [role=alertdialog]') ?? document.body;
  // The bar of Review covers what is scrolled behind it. At the end of the page it covers nothing.
  const bar = document.querySelector('[data-sticky-bar=true]');
  const barTop = bar?.getBoundingClientRect().top ?? Infinity;
  const isAtEnd = Math.ceil(window.scrollY) + window.innerHeight >= document.documentElement.scrollHeight;
  const isScrolledAway = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (!isAtEnd && bottom > barTop && bar?.contains(element) === false) return true;
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const box = around.getBoundingClientRect();
      const doesScroll = getComputedStyle(around).overflowY === 'auto';
      if (doesScroll && (top < box.top || bottom > box.bottom)) return true;
    }
    return false;
  };
  const controls = all('a[href], button, summary, textarea, input, label:has(input)', front).filter(
    (element) => !isScrolledAway(element),
  );
  /** The box of a link in running text has the height of its font, which may exceed the line. */
  const boxOf = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const { display, lineHeight } = getComputedStyle(element);
    const textHeight = element.getClientRects()[0]?.height ?? 0;
    const excess =
      display === 'inline' ? Math.max(0, textHeight - (Number.parseFloat(lineHeight) || textHeight)) / 2 : 0;
    return { left, right, top: top + excess, bottom: bottom - excess };
  };
  const overlapping = controls.flatMap((one, position) =>
    controls
      .slice(position + 1)
      .filter((other) => !one.contains(other) && !other.contains(one))
      // The buttons of a field are inside the field.
      .filter((other) => one.parentElement !== other.parentElement || one.tagName !== 'INPUT')
      .filter((other) => {
        const [a, b] = [boxOf(one), boxOf(other)];
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return width > 1 && height > 1;
      })
      .map((other) => `one over the other: ${call(one)}, ${call(other)}`),
  );

  const small = all('a[href], button, summary, label:has(input), [role=row], [role=option]', front)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .filter(
      (element) =>
        getComputedStyle(element).display !== 'inline' ||
        element.parentElement?.textContent.trim() === element.textContent.trim(),
    )
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `small: ${call(element)}, ${width} by ${height}`;
    });

  return [...sideways, ...cutOff, ...overlapping, ...small];
}
