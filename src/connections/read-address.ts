import type { Connection } from '../flow-service/schemas/connection.ts';
import { findSource } from '../sources/catalog.ts';

/** Which database a connection leads to, as its source says it; null where that is not known or cannot be read. */
export function readAddress(connection: Connection): string | null {
  const address = findSource(connection)?.address ?? null;
  const value = address === null ? undefined : connection.auth?.params?.[address];
  return typeof value === 'string' ? value : null;
}
