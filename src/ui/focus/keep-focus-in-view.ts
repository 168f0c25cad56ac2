/**
 * Keeps the focused element visible when the page is zoomed or resized, or when late content pushes it away. The
 * browser scrolls to an element only when it receives the focus. If the user scrolls the element away, it stays away.
 */
export function keepFocusInView(page: Document): void {
  /** True until the user scrolls the focused element out of view. */
  let isHeld = false;
  // The browser reports its own scroll to the focus, and the scroll of a shrunk box, like a scroll by the user.
  let isScrolledByUser = false;
  let isPressed = false;
  const look = () => {
    const focused = readFocused(page);
    isHeld = focused !== null && isInView(focused);
  };
  const restore = () => {
    if (isHeld) readFocused(page)?.scrollIntoView({ block: 'nearest' });
  };
  // Called after each layout that resizes any element around the focus.
  const observer = new ResizeObserver(restore);
  const onGesture = ({ type }: Event) => {
    isScrolledByUser = true;
    isPressed = type === 'pointerdown';
  };
  for (const gesture of ['wheel', 'touchmove', 'pointerdown', 'pointerup', 'pointercancel', 'keydown'])
    page.addEventListener(gesture, onGesture, { capture: true, passive: true });
  page.addEventListener('focusin', () => {
    isScrolledByUser = false;
    // A user who presses an element sees it, and it must not move under the pointer.
    isHeld = !isPressed;
    observer.disconnect();
    for (let around = readFocused(page); around !== null; around = around.parentElement)
      observer.observe(around);
  });
  page.addEventListener('scroll', () => isScrolledByUser && look(), true);
  window.addEventListener('resize', () => requestAnimationFrame(restore));
}

/** The focused element if it can be reached with Tab. */
function readFocused({ activeElement: focused, body }: Document): HTMLElement | null {
  return focused instanceof HTMLElement && focused !== body && focused.tabIndex >= 0 ? focused : null;
}

/** Whether the full height is visible in the window and in every box that scrolls or clips the element. */
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
