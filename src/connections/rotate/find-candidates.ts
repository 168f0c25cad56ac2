import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { findSameTarget, isTargetReadable } from '../find-same-target.ts';
import { unknownParams } from '../unknown-params.ts';

/**
 * The connections that can get the same new secret: those with the same target and user or, where nothing readable says
 * where a connection leads, all of the same source and auth method.
 */
export function findCandidates(
  source: Source,
  model: Connection,
  connections: readonly Connection[],
): readonly Connection[] {
  if (isTargetReadable(source, model)) return findSameTarget(source, model, connections);
  return connections.filter(
    (other) =>
      other.id === model.id ||
      (other.connectionSpec.id === model.connectionSpec.id &&
        other.auth?.specName === model.auth?.specName &&
        !isTargetReadable(source, other) &&
        unknownParams(source, other).length === 0),
  );
}
