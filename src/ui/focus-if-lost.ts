/** Takes the focus when what had it is gone from the page; it is never taken away from anything. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus();
}
