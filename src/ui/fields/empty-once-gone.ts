/**
 * Empties an input once it has gone from the page. The browser and libraries keep elements that are gone for as long
 * as they like, and what was typed into them with them.
 */
export function emptyOnceGone(input: HTMLInputElement | HTMLTextAreaElement): void {
  // A reference is dropped before its element goes, and also each time that the element is drawn and stays.
  queueMicrotask(() => {
    if (input.isConnected) return;
    input.value = '';
    // React writes the value to the attribute too.
    input.defaultValue = '';
    // React Aria puts a function of its own there, which knows earlier values, and leaves one behind.
    if (input.form !== null) Reflect.deleteProperty(input.form, 'reset');
  });
}
