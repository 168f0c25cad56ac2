import type { Connection } from '../flow-service/schemas/connection.ts';
import { findSource } from '../sources/find-source.ts';
import { findParam } from '../sources/source.ts';

/** The name of the address of a connection: the label of its source's param, such as Host. */
export function nameAddress(connection: Connection): string {
  const source = findSource(connection);
  return (source && findParam(source, source.address ?? '')?.label) ?? 'Address';
}

/** The database address of a connection in the format of its source, or null when it is unknown or unreadable. */
export function readAddress(connection: Connection): string | null {
  const address = findSource(connection)?.address ?? null;
  const value = address === null ? undefined : connection.auth?.params?.[address];
  return typeof value === 'string' ? value : null;
}
