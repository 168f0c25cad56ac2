import { toHostName } from '../../query-server/dial/host-name.ts';
import type { QueryServerAddress } from '../../query-server/http-transport.ts';
import { phoenixSpec } from '../connections/connection-specs.ts';
import type { StoredConnection } from '../connections/stored-connection.ts';

/** Where databases of other sources are opened. Real connections are made to Phoenix only. */
const sampleAddress: QueryServerAddress = {
  host: 'any-source.example',
  port: 443,
  path: '/',
  isEncrypted: true,
  credentials: { username: '', password: '' },
};

/**
 * The database that a stored connection points to.
 * @param host Replaces the host of the connection; null keeps it.
 */
export function databaseOf(
  { connectionSpec, auth: { params } }: StoredConnection,
  host: string | null,
): QueryServerAddress {
  if (connectionSpec.id !== phoenixSpec.id) return { ...sampleAddress, ...(host !== null && { host }) };
  return {
    host: toHostName(host ?? text(params['host'], '')),
    // Absent params have the values of T-PHX and ADF. Numbers and Booleans may be stored as text.
    port: Number(params['port'] || 8765),
    path: text(params['httpPath'], ''),
    isEncrypted: String(params['enableSsl']).toLowerCase() === 'true',
    credentials: { username: text(params['username'], ''), password: text(params['password'], '') },
  };
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
