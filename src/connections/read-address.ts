import type { Connection } from '../flow-service/schemas/connection.ts';
import { findSource } from '../sources/catalog.ts';

/** Which database a connection leads to, as its source says it; null where that is not known or cannot be read. */
export function readAddress({ auth, connectionSpec }: Connection): string | null {
  const address = findSource(connectionSpec.id)?.address ?? null;
  const value = address === null ? undefined : auth?.params?.[address];
  return typeof value === 'string' ? value : null;
}
