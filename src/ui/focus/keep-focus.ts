/**
 * Keeps the focus near where it was when what had it goes from the page, such as a button that has done what it was
 * for. Whatever takes the focus by itself, as the heading of a new page does, comes first.
 */
export function keepFocus(page: Document): void {
  // What had the focus and all around it: once it is gone it no longer knows where it stood.
  let path: readonly Element[] = [];
  const isLost = () => page.activeElement === page.body && path[0]?.isConnected === false;

  page.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : [];
  });
  page.addEventListener('focusout', () => {
    // A click beside everything takes the focus away from what stays.
    queueMicrotask(() => {
      if (page.activeElement === page.body && path[0]?.isConnected === true) path = [];
    });
  });
  new MutationObserver(() => {
    if (!isLost()) return;
    // A dialog that closes gives the focus back a frame later.
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

/** A part of the page, said by its name. It stays where it is, and is no stop for Tab. */
function focusFrame(frame: HTMLElement) {
  if (!frame.hasAttribute('tabindex')) {
    frame.tabIndex = -1;
    frame.addEventListener('blur', () => frame.removeAttribute('tabindex'), { once: true });
  }
  frame.focus({ preventScroll: true });
}
