import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * The one form in which a host is judged, looked up and sent: an address without brackets, or a name in lower case and
 * ASCII. Empty when the text is neither. Characters that a resolver would drop or replace are not accepted, because
 * `foo.te\u00ADst` would be looked up as `foo.test`.
 */
export function toHostName(text: string): string {
  const host = text.trim();
  const [, bracketed] = /^\[(.*)\]$/.exec(host) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6 ? bracketed : '';
  if (isIP(host) !== 0) return host;
  const isPlain = /^[\p{L}\p{M}\p{N}._-]+$/u.test(host) && host.normalize('NFKC') === host.normalize('NFC');
  return isPlain ? domainToASCII(host) : '';
}
