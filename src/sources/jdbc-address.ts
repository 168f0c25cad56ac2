import { expansionMark } from '../text/placeholders.ts';
import { decodeEscapes } from './jdbc-settings.ts';

/** The part of a URL between its driver and its settings. */
export interface JdbcAddress {
  readonly server?: string;
  readonly port?: string;
  /** null for a value with an invalid escape. */
  readonly database?: string | null;
  readonly user?: string | null;
  readonly password?: string | null;
  readonly notes: readonly string[];
}

/** One sentence that says why an address names no single server. It never contains a value. */
export interface AddressProblem {
  readonly problem: string;
  /** What is clear in spite of it. */
  readonly known?: Pick<JdbcAddress, 'database' | 'user' | 'password'>;
}

const several: AddressProblem = {
  problem: 'The URL names several servers, but Adobe connects to one. Enter that server.',
};
const none: AddressProblem = { problem: 'The URL names no server. Enter it.' };
const indirect: AddressProblem = {
  problem:
    'The URL describes its server in a way that has no fields. Enter the server, the port and the database.',
};
const unclear: AddressProblem = {
  problem: 'The address of the URL is not a host and a port. Enter the server, the port and the database.',
};

const hostAndPort = new RegExp(
  String.raw`^(?:\[(?<ipv6>[\da-f:.]+)\]|(?<host>[\w.${expansionMark}-]+?))(?:\\(?<instance>[\w$]+))?(?::(?<port>\d{1,5}|${expansionMark}))?$`,
  'i',
);

/** Reads `//user:password@host:port/database`, where every part but the host may be missing. */
export function readJdbcAddress(text: string): JdbcAddress | AddressProblem {
  if (!text.startsWith('//')) {
    // Without `//`, the URL names a database of this computer, or a kind of connection such as `loadbalance:`.
    return /^[\w+-]+:/.test(text) ? indirect : none;
  }
  const [authority = ''] = text.slice(2).split('/', 1);
  const path = text.slice(2 + authority.length + 1);
  // A password with a slash would otherwise be cut into a host, a port and a database.
  if (path.includes('@')) return unclear;
  const at = authority.lastIndexOf('@');
  const place = authority.slice(at + 1);
  const known = {
    ...(path !== '' && { database: decodeEscapes(path) }),
    ...(at >= 0 && decodeUser(splitUser(authority.slice(0, at), ':'))),
  };
  if (place === '') return { ...none, known };
  if (/,|--/.test(place)) return { ...several, known };
  if (/[()=]/.test(place)) return indirect;
  const found = hostAndPort.exec(place)?.groups;
  if (found === undefined) return unclear;
  const { ipv6, host = ipv6 ?? '', instance, port } = found;
  return {
    server: instance === undefined ? host : `${host}\\${instance}`,
    ...(port !== undefined && { port }),
    ...known,
    notes: [],
  };
}

const serviceNote =
  'The service of the URL was skipped because it may differ from the SID or the database that Adobe asks for. Enter it.';

/**
 * Reads what follows `jdbc:oracle:thin:`, as in `user/password@host:port:sid` or `@//host:port/service`. The password
 * may contain `@`.
 */
export function readOracleAddress(text: string): JdbcAddress | AddressProblem {
  const thin = /^thin:/i.exec(text)?.[0];
  const at = text.lastIndexOf('@');
  if (thin === undefined || at < 0) return indirect;
  const place = text.slice(at + 1).replace(/^(?:tcp:)?\/\//i, '');
  if (place.startsWith('(') || /^\w+:\/\//.test(place)) return indirect;
  if (place.includes(',')) return several;
  const [, address = '', sign = '', database = ''] =
    /^((?:\[[\da-f:.]+\]|[^:/[\]]+)(?::(?:\d+|\uFDD0))?)(?:([:/])(.*))?$/i.exec(place) ?? [];
  const found = hostAndPort.exec(address)?.groups;
  if (found === undefined) return place === '' ? none : unclear;
  const { ipv6, host = ipv6 ?? '', port } = found;
  // A name alone is an entry of tnsnames.ora, which only its computer knows.
  if (port === undefined && sign === '') return indirect;
  const user = text.slice(thin.length, at);
  return {
    server: host,
    ...(port !== undefined && { port }),
    ...(database !== '' &&
      sign === ':' && { database: database.replace(/:(?:dedicated|shared|pooled)$/i, '') }),
    ...(user !== '' && splitUser(user, '/')),
    notes: sign === '/' && database !== '' ? [serviceNote] : [],
  };
}

interface User {
  readonly user: string;
  readonly password?: string;
}

function decodeUser({ user, password }: User) {
  return {
    user: decodeEscapes(user),
    ...(password !== undefined && { password: decodeEscapes(password) }),
  };
}

function splitUser(text: string, separator: string): User {
  const end = text.indexOf(separator);
  return end < 0 ? { user: text } : { user: text.slice(0, end), password: text.slice(end + 1) };
}
