/** Takes the focus when the element is mounted, because its message must be noticed first. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/**
 * Takes the focus only when the focused element was removed from the page. `keepFocus` alone would focus what was
 * around the removed element, and not the message that replaces it.
 */
export function takeLostFocus(element: HTMLElement | null): void {
  if (isFocusLost()) element?.focus();
}

/** Whether no element on the page has the focus. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
