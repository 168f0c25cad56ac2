import type { Connection } from '../flow-service/schemas/connection.ts';
import { findSource } from '../sources/find-source.ts';

/** The name of a connection's source, or the ID of its spec for a source that is not built in. */
export function nameSource(connection: Connection): string {
  return findSource(connection)?.name ?? connection.connectionSpec.id;
}
