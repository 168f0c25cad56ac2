import { isIP } from 'node:net';
import { pageHeader } from '../flow-service/request-headers.ts';
import { ProxyError } from './proxy-error.ts';

/**
 * Refuses requests that another web page could make a browser send. A name that an attacker points to this machine
 * (DNS rebinding) is visible in `Host`. A page of another origin is visible in `Origin` and `Sec-Fetch-Site`.
 * Programs such as curl send neither of the latter and are accepted: there is no login, and no other page controls
 * them.
 * @throws {ProxyError} `forbidden`
 */
export function checkOrigin(method: string, headers: Headers, own: OwnAddress): void {
  const host = headers.get('host') ?? '';
  if (!isOwnHost(host, own)) {
    throw new ProxyError('forbidden', 'The Host header is not an address of this server.');
  }
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  // `none` means that the user typed the address.
  const isOwnSite = site === null || site === 'same-origin' || (site === 'none' && method === 'GET');
  if ((origin !== null && !isOwnOrigin(origin, host, own)) || !isOwnSite) {
    throw new ProxyError(
      'forbidden',
      'The request comes from another web page. Behind a reverse proxy, set PUBLIC_ORIGIN to the address of the reverse proxy.',
    );
  }
}

/**
 * Refuses a request that acts for this page but may come from another one: an image, a form, or a script of a browser
 * that sends neither `Origin` nor `Sec-Fetch-Site`.
 * @param reason A sentence for the user.
 * @throws {ProxyError} `forbidden`
 */
export function checkPageHeader(headers: Headers, reason = 'This server uses its own credentials.'): void {
  const { name, value } = pageHeader;
  if (headers.get(name) === value) return;
  throw new ProxyError('forbidden', `${reason} It requires the header "${name}: ${value}".`);
}

export interface OwnAddress {
  /** The name or address that the server listens on. */
  readonly listenHost: string;
  /** Scheme, host and port of a reverse proxy in front of the server. */
  readonly publicOrigin: string | null;
}

function isOwnHost(host: string, { listenHost, publicOrigin }: OwnAddress): boolean {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (isLoopback(hostname)) return true;
  if (publicOrigin !== null) return hostname === new URL(publicOrigin).hostname;
  // The server listens on all addresses, so any IP address is accepted. A name is not, because it could be rebound.
  if (listenHost === '0.0.0.0' || listenHost === '::') return isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return hostname.replaceAll(/[[\]]/g, '') === listenHost.toLowerCase();
}

/** With a reverse proxy in front, its public scheme counts, not the scheme between the proxy and this server. */
function isOwnOrigin(origin: string, host: string, { publicOrigin }: OwnAddress): boolean {
  if (origin === publicOrigin) return true;
  const isPublicHost = publicOrigin !== null && host === new URL(publicOrigin).host;
  return !isPublicHost && origin === `http://${host}`;
}

/** Whether a host name or address, as in a URL or in `HOST`, is a loopback name or address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
