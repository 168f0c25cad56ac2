import type { ConnectionSpec } from '../../flow-service/schemas/connection-spec.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { sourceOf, toDefinition } from '../use-definition.ts';

/**
 * Finds the source of a connection by Adobe's definitions or, without one, by the documented definitions. null when
 * there is none, or when it does not have the auth method of the connection, because then nothing tells which values
 * are secrets.
 */
export function findExportSource(
  specs: readonly ConnectionSpec[],
): (connection: Connection) => Source | null {
  const known = new Map(specs.map((spec) => [spec.id, spec]));
  return (connection) => {
    const definition = toDefinition(connection, known.get(connection.connectionSpec.id) ?? null);
    const source = sourceOf(definition, connection);
    return source?.authMethod.specName === connection.auth?.specName ? source : null;
  };
}
