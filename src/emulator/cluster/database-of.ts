import type { QueryServerAddress } from '../../query-server/http-transport.ts';
import { phoenixSpec } from '../connections/connection-specs.ts';
import type { StoredConnection } from '../connections/stored-connection.ts';

/** Where databases of other kinds are looked for: only Phoenix is really opened. */
const sampleAddress: QueryServerAddress = {
  host: 'any-source.example',
  port: 443,
  path: '/',
  isEncrypted: true,
  credentials: { username: '', password: '' },
};

/**
 * The database that a stored connection leads to.
 * @param host Instead of the connection's own; null for that one.
 */
export function databaseOf(
  { connectionSpec, auth: { params } }: StoredConnection,
  host: string | null,
): QueryServerAddress {
  if (connectionSpec.id !== phoenixSpec.id) return { ...sampleAddress, ...(host !== null && { host }) };
  return {
    host: host ?? text(params['host'], '').trim(),
    // What the tutorial's cluster of Azure HDInsight has.
    port: Number(params['port'] ?? 443),
    path: text(params['httpPath'], '/hbasephoenix0'),
    isEncrypted: params['enableSsl'] !== false,
    credentials: { username: text(params['username'], ''), password: text(params['password'], '') },
  };
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
