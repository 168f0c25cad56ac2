import type { Connection } from '../flow-service/schemas/connection.ts';
import { secretParams } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';
import { unknownParams } from './unknown-params.ts';

/** The connections of a list that lead to the same target with the same user: all their readable params are equal. */
export function findSameTarget(
  source: Source,
  model: Connection,
  connections: readonly Connection[],
): readonly Connection[] {
  const isReadable = toTarget(source, model) !== '[]';
  return connections.filter(
    (other) =>
      other.id === model.id ||
      (isReadable && unknownParams(source, other).length === 0 && leadsToSame(source, model, other)),
  );
}

/** Whether two connections lead to the same target with the same user. */
export function leadsToSame(source: Source, one: Connection, other: Connection): boolean {
  return (
    one.connectionSpec.id === other.connectionSpec.id &&
    one.auth?.specName === other.auth?.specName &&
    toTarget(source, one) === toTarget(source, other)
  );
}

function toTarget(source: Source, { auth }: Connection): string {
  return JSON.stringify(readableParams(source, auth?.params ?? {}));
}

/** As texts in a fixed order, because a service may convert numbers to text or back. */
function readableParams({ authMethod }: Source, params: Readonly<Record<string, unknown>>) {
  const secrets = new Set(secretParams({ authMethod }).map(({ name }) => name));
  return authMethod.params
    .filter(({ name }) => !secrets.has(name) && (params[name] ?? '') !== '')
    .map(({ name }) => [name, String(params[name]).trim().toLowerCase()]);
}
