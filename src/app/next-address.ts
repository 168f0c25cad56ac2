/** Pages of ours alone: an address must not be able to send people elsewhere. */
const pathPattern = /^\/(?:connect\/review|connections(?:\/[\w-]+)*)$/;

/** Stands for this page's own origin, which is not known here and cannot be asked for by this name. */
const ownOrigin = 'http://own.invalid';

/**
 * Reads where step one leads when it is answered: the path and the search of a page of ours, from an address that
 * anybody may have written; null for anything else.
 */
export function readNextAddress(written: unknown): string | null {
  if (typeof written !== 'string' || !written.startsWith('/') || !URL.canParse(written, ownOrigin))
    return null;
  // Read as browsers do, to whom a backslash is a slash and a line break is nothing.
  const url = new URL(written, ownOrigin);
  if (url.origin !== ownOrigin || !pathPattern.test(url.pathname)) return null;
  return `${url.pathname}${url.search}`;
}
