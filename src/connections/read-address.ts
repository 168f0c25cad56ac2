import type { Connection } from '../flow-service/schemas/connection.ts';
import { findSource } from '../sources/find-source.ts';

/** The database address of a connection in the format of its source, or null when it is unknown or unreadable. */
export function readAddress(connection: Connection): string | null {
  const address = findSource(connection)?.address ?? null;
  const value = address === null ? undefined : connection.auth?.params?.[address];
  return typeof value === 'string' ? value : null;
}
