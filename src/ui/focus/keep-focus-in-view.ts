/**
 * Keeps what Tab reached on the screen when the page is zoomed or resized, and when content that arrives late pushes it
 * away: the browser scrolls to it only at the moment of the focus. What the user scrolls away stays away.
 */
export function keepFocusInView(page: Document): void {
  /** Until the user scrolls it away. */
  let isHeld = false;
  // The browser reports its own scroll to the focus, and that of a box that became smaller, in the same way.
  let isScrolledByUser = false;
  let isPressed = false;
  const look = () => {
    const focused = readFocused(page);
    isHeld = focused !== null && isInView(focused);
  };
  const restore = () => {
    if (isHeld) readFocused(page)?.scrollIntoView({ block: 'nearest' });
  };
  // Called after each layout that gives anything around the focus another size.
  const observer = new ResizeObserver(restore);
  const onGesture = ({ type }: Event) => {
    isScrolledByUser = true;
    isPressed = type === 'pointerdown';
  };
  for (const gesture of ['wheel', 'touchmove', 'pointerdown', 'pointerup', 'pointercancel', 'keydown'])
    page.addEventListener(gesture, onGesture, { capture: true, passive: true });
  page.addEventListener('focusin', () => {
    isScrolledByUser = false;
    // Whoever presses something sees where it is, and it must not move under the pointer.
    isHeld = !isPressed;
    observer.disconnect();
    for (let around = readFocused(page); around !== null; around = around.parentElement)
      observer.observe(around);
  });
  page.addEventListener('scroll', () => isScrolledByUser && look(), true);
  window.addEventListener('resize', () => requestAnimationFrame(restore));
}

/** What has the focus, if it is a stop of Tab. */
function readFocused({ activeElement: focused, body }: Document): HTMLElement | null {
  return focused instanceof HTMLElement && focused !== body && focused.tabIndex >= 0 ? focused : null;
}

/** Whether all of its height is in the window and in every box that scrolls or clips it. */
function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < -1 || bottom > window.innerHeight + 1) return false;
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const frame = around.getBoundingClientRect();
    if (top < frame.top - 1 || bottom > frame.bottom + 1) return false;
  }
  return true;
}
