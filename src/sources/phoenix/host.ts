/** Adobe requires a host without a scheme, a port or a path. */

/** The form of an IPv6 address, as part of a case-insensitive pattern. */
export const ipv6 = '[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*';

const ipv6Pattern = new RegExp(`^\\[?${ipv6}\\]?$`, 'i');

/**
 * `jdbc:phoenix:zk1,zk2:2181:/hbase`, with or without its prefix. It is the address of ZooKeeper, not of a query
 * server.
 */
const zooKeeperPattern = /^jdbc:phoenix:(?!thin:)|^[^/\s]+(?:,[^/\s]+)+|^[^/\s:]+:2181(?::|$)/i;

/** What is wrong with a host, in a sentence that says what to do; null when the host is valid. */
export function findHostProblem(host: string): string | null {
  if (isZooKeeperUrl(host)) {
    return 'This is a ZooKeeper address. Enter the host of the Phoenix Query Server instead.';
  }
  if (/^[a-z][a-z0-9+.-]*:\/\/|^jdbc:/i.test(host))
    return 'Enter only the host, without a prefix such as https://.';
  if (/\s/.test(host)) return 'Enter the host without spaces.';
  if (/[/?#]/.test(host)) return 'Enter only the host. Enter the path in HTTP path.';
  if (host.includes('@')) return 'Enter only the host. Enter the username and password in their own fields.';
  if (host.includes(':') && !ipv6Pattern.test(host)) return 'Enter only the host. Enter the port in Port.';
  return null;
}

/** Whether a text is the address of a ZooKeeper quorum, which Adobe's connector cannot use. */
export function isZooKeeperUrl(text: string): boolean {
  return zooKeeperPattern.test(text.trim());
}
