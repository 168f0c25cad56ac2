import type { ConnectionSpec } from '../../flow-service/schemas/connection-spec.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Definition } from '../../sources/live/definition.ts';
import type { Source } from '../../sources/source.ts';
import { sourceOf, toDefinition } from '../use-definition.ts';

/**
 * Finds the source of a connection by Adobe's definitions or, without one, by the documented definitions. null when
 * there is none, or when it does not have the auth method of the connection, because then it is not
 * known which values are secrets.
 */
export function findExportSource(
  specs: readonly ConnectionSpec[],
): (connection: Connection) => Source | null {
  const known = new Map(specs.map((spec) => [spec.id, spec]));
  // A definition is the same for all connections of a spec and auth method, and takes long to make.
  const definitions = new Map<string, Definition | null>();
  return (connection) => {
    const { id } = connection.connectionSpec;
    const key = JSON.stringify([id, connection.auth?.specName]);
    const made = definitions.get(key);
    const definition = made === undefined ? toDefinition(connection, known.get(id) ?? null) : made;
    definitions.set(key, definition);
    const source = sourceOf(definition, connection);
    return source?.authMethod.specName === connection.auth?.specName ? source : null;
  };
}
