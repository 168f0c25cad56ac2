import { toTarget } from '../../create/attempt.ts';
import { compareTarget } from '../../create/match-attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { type Source, findParam } from '../../sources/source.ts';

export interface Duplicate {
  readonly connection: Connection;
  /** The values that it shares with the new connection. */
  readonly shares: 'name' | 'database' | 'name and database';
}

/** The connections that have the same name as a new one, or the same target and user. */
export function findDuplicates(
  source: Source,
  request: ConnectionRequest,
  connections: readonly Connection[],
): readonly Duplicate[] {
  // Encryption does not change the target.
  const target = Object.fromEntries(
    Object.entries(toTarget(source, request)).filter(
      ([name]) => findParam(source, name)?.control !== 'switch',
    ),
  );
  return connections.flatMap((connection) => {
    const hasName = connection.name === request.name;
    const hasTarget = compareTarget(target, connection) === 'same';
    if (!hasName && !hasTarget) return [];
    return [{ connection, shares: hasName ? (hasTarget ? 'name and database' : 'name') : 'database' }];
  });
}
