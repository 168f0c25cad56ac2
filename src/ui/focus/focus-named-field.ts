/** Focuses the field that the URL fragment names, if the form has it. */
export function focusNamedField(form: HTMLFormElement | null): void {
  const named = form?.elements.namedItem(window.location.hash.slice(1));
  if (named instanceof HTMLElement) named.focus();
}
