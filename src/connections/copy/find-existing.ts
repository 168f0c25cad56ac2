import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { indexTargets } from '../find-same-target.ts';
import { isTrialName } from '../trials/trial-name.ts';

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
  const index = indexTargets(connections);
  // A temporary connection will be deleted, so it replaces no copy.
  const sameTarget = index.findSameTarget(source, original).filter(({ name }) => !isTrialName(name));
  const both = sameTarget.find(({ name }) => name === original.name);
  if (both !== undefined) return { connection: both, resemblance: 'nameAndTarget' };
  const [target] = sameTarget;
  if (target !== undefined) return { connection: target, resemblance: 'target' };
  const named = index.findNamed(original.name);
  return named === undefined ? null : { connection: named, resemblance: 'name' };
}
