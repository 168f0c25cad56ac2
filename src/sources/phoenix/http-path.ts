import { findInvisible } from '../../text/clean-edges.ts';

/** What is wrong with an HTTP path, in a sentence that says what to do; null when the path is valid. */
export function findPathProblem(path: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    return 'Enter only the path, such as /hbasephoenix0. Enter the host in Host.';
  }
  if (/[<>{}]|\$[A-Z(]/.test(path)) return 'Replace the placeholder with the HTTP path of your server.';
  if (!path.startsWith('/')) return 'Start the HTTP path with a slash, such as /hbasephoenix0.';
  const hidden = findInvisible(path);
  if (hidden !== null) return `Remove the invisible character ${hidden} from the HTTP path.`;
  if (/\s/.test(path)) return 'Enter the HTTP path without spaces.';
  if (/[?#]/.test(path)) return 'Enter the HTTP path without ? or # and the text after it.';
  if (/%(?![0-9a-f]{2})/i.test(path)) return 'In the HTTP path, write the character % as %25.';
  // The characters of a path (RFC 3986, section 3.3).
  const unusual = /[^\w.~!$&'()*+,;=:@/%-]/u.exec(path)?.[0];
  return unusual === undefined ? null : `Remove the character ${unusual} from the HTTP path.`;
}
