import { findInvisible } from '../../text/clean-edges.ts';

/** Adobe requires a host without a scheme, a port or a path. */

/** The form of an IPv6 address, as part of a case-insensitive pattern. */
export const ipv6 = '[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*';

const ipv6Pattern = new RegExp(`^\\[?${ipv6}\\]?$`, 'i');

/**
 * `jdbc:phoenix:zk1,zk2:2181:/hbase`, with or without its prefix. It is the address of ZooKeeper, not of a query
 * server.
 */
const zooKeeperPattern = /^jdbc:phoenix(?:\+zk)?:(?!thin:)|^[^/\s:]+:2181(?::|$)/i;

/** Hosts with commas between them. A short name, a comma and a domain are one host with a typing error. */
const quorum = /^[^/\s,]+(?:,[^/\s,]+)+/;
const typingError = /^[^.,:/\s]+,[^.,:/\s]+\.[^,:/\s]+$/;

/** The first rule that matches names the problem. */
const problems: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/^[a-z][a-z0-9+.-]*:\/\/|^jdbc:/i, 'Enter only the host, without a prefix such as https://.'],
  [/[<{}>]|%\w+%|\$[A-Z(]|^\[[^:\]]*\]$|^[[@].*\(/, 'Replace the placeholder with the host of your server.'],
  [/["'`\u2018-\u201F\u00AB\u00BB]/, 'Enter the host without quotes.'],
  [/\s/, 'Enter the host without spaces.'],
  [/[/\\?#]/, 'Enter only the host. Enter the path in HTTP path.'],
  [/@/, 'Enter only the host. Enter the username and password in their own fields.'],
  [/,/, 'Enter one host. A host name has periods, not commas.'],
];

/** What is wrong with a host, in a sentence that says what to do; null when the host is valid. */
export function findHostProblem(host: string): string | null {
  if (isZooKeeperUrl(host)) {
    return 'This is a ZooKeeper address. Enter the host of the Phoenix Query Server instead.';
  }
  const hidden = findInvisible(host);
  if (hidden !== null) return `Remove the invisible character ${hidden} from the host.`;
  const problem = problems.find(([pattern]) => pattern.test(host));
  if (problem !== undefined) return problem[1];
  if (host.includes(':') || /^\[|\]$/.test(host)) return findIpv6Problem(host);
  return findNameProblem(host);
}

function findIpv6Problem(host: string): string | null {
  if (!ipv6Pattern.test(host)) return 'Enter only the host. Enter the port in Port.';
  const isPair = host.startsWith('[') === host.endsWith(']');
  const isValid = isPair && URL.canParse(`http://[${host.replaceAll(/[[\]]/g, '')}]`);
  return isValid ? null : 'This is not a valid IPv6 address.';
}

/** The grammar of DNS names and of IPv4 addresses. */
function findNameProblem(host: string): string | null {
  const unusual = /[^\p{L}\p{M}\p{N}._-]/u.exec(host)?.[0];
  if (unusual !== undefined) return `Remove the character ${unusual} from the host.`;
  // The browser would turn characters such as a circled 1 into others.
  if (host.normalize('NFKC') !== host.normalize('NFC'))
    return 'Enter the host with ordinary letters and digits.';
  const name = toAsciiName(host).replace(/\.$/, '');
  const labels = name.split('.');
  if (labels.includes('')) return 'The host can’t start with a period or have two periods in a row.';
  if (/^(?:0x[0-9a-f]*|\d+)$/i.test(labels.at(-1) ?? '')) {
    const isAddress =
      labels.length === 4 &&
      labels.every((label) => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) < 256);
    return isAddress ? null : 'An IP address has four numbers from 0 to 255, such as 10.0.0.7.';
  }
  if (name.length > 253) return 'The host is too long. A host name has at most 253 characters.';
  if (labels.some((label) => label.length > 63)) {
    return 'Each part of the host between periods can have at most 63 characters.';
  }
  const isHyphenated = labels.some((label) => /^-|-$/.test(label));
  return isHyphenated ? 'A part of the host can’t start or end with a hyphen.' : null;
}

/** The form of an international name that DNS uses. Other texts are unchanged. */
export function toAsciiName(host: string): string {
  if (/^[\x21-\x7E]*$/.test(host)) return host;
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}

/** Whether a text is the address of a ZooKeeper quorum, which Adobe's connector cannot use. */
export function isZooKeeperUrl(text: string): boolean {
  const trimmed = text.trim();
  return zooKeeperPattern.test(trimmed) || (quorum.test(trimmed) && !typingError.test(trimmed));
}
