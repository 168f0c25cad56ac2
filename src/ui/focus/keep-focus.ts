/**
 * Keeps the focus near its position when the focused element is removed, such as a button after it was pressed. An
 * element that takes the focus on its own, such as the heading of a new page, has priority.
 */
export function keepFocus(page: Document): void {
  // The focused element and its ancestors. A removed element no longer knows its ancestors.
  let path: readonly Element[] = [];
  const isLost = () => page.activeElement === page.body && path[0]?.isConnected === false;

  page.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : [];
  });
  page.addEventListener('focusout', () => {
    // A click on an empty area removes the focus from an element that stays on the page.
    queueMicrotask(() => {
      if (page.activeElement === page.body && path[0]?.isConnected === true) path = [];
    });
  });
  new MutationObserver(() => {
    if (!isLost()) return;
    // A dialog that closes returns the focus one frame later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (isLost()) focusNear(page, path);
      }),
    );
  }).observe(page.body, { childList: true, subtree: true });
}

function withAncestors(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [element] : [element, ...withAncestors(parentElement)];
}

function focusNear(page: Document, path: readonly Element[]) {
  for (const around of path) {
    if (!around.isConnected) continue;
    const summary = around.querySelector(':scope > summary');
    if (summary instanceof HTMLElement) return summary.focus();
    if (around instanceof HTMLElement && around.matches('section, [role=group]')) return focusFrame(around);
  }
  page.querySelector('h1')?.focus();
}

/** Focuses a named part of the page without making it a Tab stop. The page does not scroll. */
export function focusFrame(frame: HTMLElement) {
  if (!frame.hasAttribute('tabindex')) {
    frame.tabIndex = -1;
    frame.addEventListener('blur', () => frame.removeAttribute('tabindex'), { once: true });
  }
  frame.focus({ preventScroll: true });
}
