import type { Call } from '../operation.ts';
import { problem } from '../refusal.ts';
import type { StoredConnection } from '../connections/stored-connection.ts';

/**
 * The connection in the path, within the caller's organization and sandbox.
 * @throws {Refusal} 1439-404: the catalog prints 1439-400, the real sample has 404 (T-LABEL).
 */
export function findConnection({ connections, id }: Call): StoredConnection {
  const found = connections.get(id);
  if (found === undefined) throw problem('1439-404', `connections not found with id = [${id}]`, id);
  return found;
}
