import { type Address, type Refusal, refuse } from '../overlay.ts';
import { isZooKeeperUrl } from './host.ts';
import { readHostAndPort } from './read-host-and-port.ts';
import { readServerUrl } from './read-server-url.ts';
import { readThinUrl } from './read-thin-url.ts';

/**
 * Longer than any address. The limit is needed because the time of the following steps may grow with the square of
 * the length.
 */
const longestAddress = 8192;

/** A thin-client URL without the text before its `url=`. */
const bareThinUrl = /;\s*(?:serialization|authentication|(?:avatica_)?(?:user|password))=/i;

const zooKeeperReason =
  'This is a ZooKeeper address, which Adobe can’t use. Paste the address of the Phoenix Query Server, such as https://mycluster.azurehdinsight.net:443/hbasephoenix0.';

/**
 * Reads the location of Phoenix from one line: a thin-client JDBC URL, the URL of a query server, or host and port.
 * Blanks at the end are kept until it is known whether a password ends there.
 */
export function readAddress(text: string): Address | Refusal | null {
  const trimmed = text.trim();
  if (/\n/.test(trimmed)) return null;
  const address = text.trimStart().split('\n', 1)[0] ?? '';
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address);
  if (address.length > longestAddress) {
    return hasScheme ? refuse('Address', 'This address is too long. Paste only the address.') : null;
  }
  if (/^jdbc:/i.test(address)) return readJdbcUrl(address);
  if (/^https?:\/\//i.test(address)) {
    return bareThinUrl.test(address) ? readThinUrl(`url=${address}`) : readServerUrl(address);
  }
  if (hasScheme) {
    return refuse(
      'Address',
      'This is not the address of a Phoenix Query Server. Paste an address that starts with http:// or https://.',
    );
  }
  if (/^[\w.,:-]+:\d+(?::\/\S*)?$/.test(trimmed) && isZooKeeperUrl(trimmed)) {
    return refuse('ZooKeeper address', zooKeeperReason);
  }
  return readHostAndPort(trimmed);
}

function readJdbcUrl(address: string): Address | Refusal {
  // Avatica, on which the query server is built, uses the same URL with a different prefix.
  const thin = /^jdbc:(?:phoenix:thin|avatica:remote):/i.exec(address);
  if (thin !== null) return readThinUrl(address.slice(thin[0].length));
  if (/^jdbc:phoenix\b/i.test(address)) return refuse('ZooKeeper JDBC URL', zooKeeperReason);
  return refuse(
    'JDBC URL',
    'This JDBC URL is not for Phoenix. Paste a URL that starts with jdbc:phoenix:thin:url=.',
  );
}
