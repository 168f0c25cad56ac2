/**
 * Clears an input after it is removed from the page. Browsers and libraries may keep removed elements and their
 * values for any length of time.
 */
export function emptyOnceGone(input: HTMLInputElement | HTMLTextAreaElement): void {
  // React also clears and sets a ref while the element stays on the page.
  queueMicrotask(() => {
    if (input.isConnected) return;
    input.value = '';
    // React writes the value to the attribute too.
    input.defaultValue = '';
    // React Aria adds its own `reset` function to the form. The function knows earlier values and is not removed.
    if (input.form !== null) Reflect.deleteProperty(input.form, 'reset');
  });
}
