/**
 * Takes the focus when the element is mounted, because its message must be noticed first. On a page that the server
 * drew, the user may already be typing, or have scrolled to where they click.
 */
export function takeFocus(element: HTMLElement | null): void {
  const isWaiting = element !== null && element.closest('[data-waiting]') !== null;
  if (isWaiting && !isFocusFree()) return;
  element?.focus({ preventScroll: isWaiting });
}

/**
 * Takes the focus only when no control has it, for example because it was removed from the page. `keepFocus` alone
 * would focus what was around the removed control, and not the message that replaces it.
 */
export function takeFreeFocus(element: HTMLElement | null): void {
  if (isFocusFree()) element?.focus();
}

/**
 * Whether a message may take the focus: no element has it, or another message group has it that no user operates.
 * Screen readers are still reading a heading that has the focus.
 */
export function isFocusFree(): boolean {
  return document.activeElement?.matches('body, [role=group][tabindex="-1"]') !== false;
}
