import { type Address, type Refusal, refuse } from '../overlay.ts';
import { isZooKeeperUrl } from './host.ts';
import { readClientCommand } from './read-client-command.ts';
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

const masterReason =
  'This is the address of HBase, which Adobe can’t use. Paste the address of the Phoenix Query Server, such as https://mycluster.azurehdinsight.net:443/hbasephoenix0.';

/** An address in quotes, with what follows it in code. */
const quotedAddress = /^(["'`])([^"'`\s][^"'`]*)\1\s*[,;)]*$/;

/** A driver that wraps another one, such as log4jdbc or p6spy, has its name in front. */
const wrapper = /^jdbc:(?:[a-z][\w-]*:)+(?=(?:phoenix(?:\+\w+)?|avatica):)/i;

/**
 * Reads the location of Phoenix from one line: a thin-client JDBC URL, the URL of a query server, a command of
 * sqlline, or host and port.
 * Blanks at the end are kept until it is known whether a password ends there.
 */
export function readAddress(text: string): Address | Refusal | null {
  const trimmed = text.trim();
  if (/\n/.test(trimmed)) return null;
  const [, , quoted] = quotedAddress.exec(trimmed) ?? [];
  if (quoted !== undefined) return readAddress(quoted);
  const address = text.trimStart().split('\n', 1)[0] ?? '';
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address);
  if (address.length > longestAddress) {
    return hasScheme ? refuse('Address', 'This address is too long. Paste only the address.') : null;
  }
  if (/^jdbc:/i.test(address)) return readJdbcUrl(address.replace(wrapper, 'jdbc:'));
  if (/^https?:\/\//i.test(address)) {
    return bareThinUrl.test(address) ? readThinUrl(`url=${address}`) : readServerUrl(address);
  }
  if (/^phoenix(?:\+\w+)?:\/\//i.test(address)) return readEngineUrl(address);
  if (hasScheme) {
    return refuse(
      'Address',
      'This is not the address of a Phoenix Query Server. Paste an address that starts with http:// or https://.',
    );
  }
  if (/^[\w.,:-]+:\d+(?::\/\S*)?$/.test(trimmed) && isZooKeeperUrl(trimmed)) {
    return refuse('ZooKeeper address', zooKeeperReason);
  }
  return readClientCommand(trimmed, readAddress) ?? readHostAndPort(trimmed);
}

/** `phoenix://user:password@host:port` of SQLAlchemy, which does not say whether the server uses SSL. */
function readEngineUrl(address: string): Address | Refusal {
  const url = address.replace(/^phoenix(?:\+\w+)?:/i, 'http:');
  const read = readServerUrl(url);
  if (read.kind === 'refused') return read;
  const findings = read.findings.map((one) => {
    if (one.param === 'port' && one.isAssumed === true) return { ...one, value: '8765' };
    return one.param === 'enableSsl' || one.param === 'httpPath' ? { ...one, isAssumed: true } : one;
  });
  return { ...read, label: 'SQLAlchemy URL', findings };
}

function readJdbcUrl(address: string): Address | Refusal {
  // Avatica, on which the query server is built, uses the same URL with a different prefix.
  const thin = /^jdbc:(?:phoenix:thin|avatica:remote):/i.exec(address);
  if (thin !== null) {
    const properties = address.slice(thin[0].length);
    // Some leave out the name of the property.
    return readThinUrl(/^https?:\/\//i.test(properties) ? `url=${properties}` : properties);
  }
  if (/^jdbc:phoenix\+(?:master|rpc):/i.test(address)) return refuse('HBase JDBC URL', masterReason);
  if (/^jdbc:phoenix\b/i.test(address)) return refuse('ZooKeeper JDBC URL', zooKeeperReason);
  return refuse(
    'JDBC URL',
    'This JDBC URL is not for Phoenix. Paste a URL that starts with jdbc:phoenix:thin:url=.',
  );
}
