/** Only paths of this app are allowed, so that a crafted address cannot redirect users to another site. */
const pathPattern = /^\/(?:connect\/review|connections(?:\/[\w-]+)*)$/;

/** A placeholder for the origin of this page, which is not known here. No real host has this name. */
const ownOrigin = 'http://own.invalid';

/**
 * Reads the page to open after step one from an address that anyone may have written. Returns its path and search, or
 * null for anything else.
 */
export function readNextAddress(written: unknown): string | null {
  if (typeof written !== 'string' || !written.startsWith('/') || !URL.canParse(written, ownOrigin))
    return null;
  // The URL is parsed as browsers do: a backslash counts as a slash, and line breaks are ignored.
  const url = new URL(written, ownOrigin);
  if (url.origin !== ownOrigin || !pathPattern.test(url.pathname)) return null;
  return `${url.pathname}${url.search}`;
}
