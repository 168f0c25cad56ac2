/** The ignore attributes of the common password managers: 1Password, LastPass, Bitwarden, Dashlane. */
const ignoreAttributes = {
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
};

/**
 * These credentials belong to a database and an API and not to this site, so password managers must not save or fill
 * them.
 */
export function keepPasswordManagersOut(input: HTMLElement | null | undefined): void {
  if (!input) return;
  for (const [name, value] of Object.entries(ignoreAttributes)) input.setAttribute(name, value);
}
