/** Takes the focus as it comes onto the page: what it says must be met before anything else. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Takes the focus when what had it is gone from the page; it is never taken away from anything. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (isFocusLost()) element?.focus();
}

/** Whether nothing on the page has the focus. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
