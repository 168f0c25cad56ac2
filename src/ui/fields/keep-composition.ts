/**
 * Leaves the keys of an input method to the input method. React Aria's fields also act on them: Escape, which cancels a
 * composition, would empty a search field, and Enter, which ends one, would choose from a list.
 */
export function keepComposition(page: Document): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing) event.stopPropagation();
    },
    { capture: true },
  );
}
