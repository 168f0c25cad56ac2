import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { findSameTarget } from '../find-same-target.ts';

/** How a connection of another sandbox resembles the one that is copied. */
export type Resemblance = 'nameAndTarget' | 'name' | 'target';

/**
 * Finds a connection that makes a copy unnecessary or confusing; null when there is none. One with the same target and
 * user is found under any name.
 */
export function findExisting(
  source: Source,
  original: Connection,
  connections: readonly Connection[],
): { readonly connection: Connection; readonly resemblance: Resemblance } | null {
  const sameTarget = new Set(
    findSameTarget(source, original, connections).flatMap(({ id }) => (id === original.id ? [] : [id])),
  );
  const found = connections.flatMap((connection) => {
    const resemblance = compare(connection.name === original.name, sameTarget.has(connection.id));
    return resemblance === null ? [] : [{ connection, resemblance }];
  });
  return (
    found.find(({ resemblance }) => resemblance === 'nameAndTarget') ??
    found.find(({ resemblance }) => resemblance === 'target') ??
    found[0] ??
    null
  );
}

function compare(isSameName: boolean, isSameTarget: boolean): Resemblance | null {
  if (isSameName) return isSameTarget ? 'nameAndTarget' : 'name';
  return isSameTarget ? 'target' : null;
}
