/** Focuses the field with this name, if the form has it. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const named = form?.elements.namedItem(name);
  if (named instanceof HTMLElement) named.focus();
}

/** Focuses the field that the URL fragment names, if the form has it. */
export function focusNamedField(form: HTMLFormElement | null): void {
  focusField(form, window.location.hash.slice(1));
}
