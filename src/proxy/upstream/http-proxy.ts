import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../check-origin.ts';

/** The HTTP proxy through which this server must go to reach other machines. */
export interface HttpProxy {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The value of `Proxy-Authorization`, a secret; null when the proxy requires none. */
  readonly authorization: string | null;
  /** The entries of `NO_PROXY`: hosts that are reached without the proxy. */
  readonly exceptions: readonly string[];
}

/**
 * Whether requests to an origin use the HTTP proxy. Requests to this machine never do, and plain HTTP is only allowed
 * there.
 */
export function isProxied(origin: string, { exceptions }: HttpProxy): boolean {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:' || isLoopback(hostname)) return false;
  const host = hostname.replaceAll(/[[\]]/g, '');
  return !exceptions.some((entry) => isException(entry.toLowerCase(), host, port || '443'));
}

/** `*`, `example.com` including its subdomains, an address, either with a port, or a range such as `10.0.0.0/8`. */
function isException(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return isInRange(entry, host);
  const withPort = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(entry);
  if (withPort && withPort[3] !== port) return false;
  const name = (withPort?.[1] ?? withPort?.[2] ?? entry.replaceAll(/[[\]]/g, '')).replace(/^\*?\./, '');
  return host === name || host.endsWith(`.${name}`);
}

function isInRange(range: string, host: string): boolean {
  const [address = '', bits = ''] = range.split('/');
  const version = isIP(address);
  const isRange = version !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  if (!isRange || isIP(host) !== version) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return list.check(host, family);
}
