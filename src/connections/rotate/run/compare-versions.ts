import { type RotatedConnection, type Rotation, remaining } from './rotation.ts';

/**
 * The version of a connection that the service returned, or that it does not exist any more. `missing`: a complete list
 * does not have it, and reading it alone failed, so it may exist or not.
 */
export type Version = { readonly etag: string } | 'deleted' | 'missing';

/** A connection and the version of it that a rotation last read or wrote; null when there is none. */
export type KnownVersion = Pick<RotatedConnection, 'id' | 'etag'>;

/**
 * The same rotation, with the connections marked that were deleted, or whose version is not the remembered one any more.
 * It is done when everything that was left to do was deleted.
 * @param versions What was just read, by ID.
 * @param seen The connections of the rotation before these were read. One that the rotation changed later is newer.
 */
export function compareVersions(
  rotation: Rotation,
  versions: ReadonlyMap<string, Version>,
  seen: ReadonlySet<RotatedConnection> = new Set(rotation.connections),
): Rotation {
  const connections = rotation.connections.map((one) =>
    seen.has(one) ? compareVersion(one, versions.get(one.id)) : one,
  );
  const next = { ...rotation, connections };
  const isEnd = rotation.phase === 'stopped' && [...versions.values()].includes('deleted');
  return isEnd && remaining(next).length === 0 ? { ...next, phase: 'done', stop: null } : next;
}

function compareVersion(one: RotatedConnection, version: Version | undefined): RotatedConnection {
  if (version === 'deleted') return toDeleted(one);
  if (version === 'missing') {
    const isUnknown = one.secretState === 'deleted' || (one.secretState === 'unknown' && one.etag === null);
    return isUnknown ? one : { ...one, secretState: 'unknown', etag: null };
  }
  const etag = version?.etag ?? '';
  return one.etag !== null && etag !== '' && etag !== one.etag ? toChanged(one, etag) : one;
}

/** The same rotation, with these versions for the connections that it did not change and that have none. */
export function adoptVersions(rotation: Rotation, versions: ReadonlyMap<string, Version>): Rotation {
  const connections = rotation.connections.map((one) => {
    const version = versions.get(one.id);
    const etag = typeof version === 'object' ? version.etag : '';
    const isOpen = one.secretState === 'old' && one.test === null && one.etag === null;
    return isOpen && etag !== '' ? { ...one, etag } : one;
  });
  return { ...rotation, connections };
}

/**
 * A connection that somebody changed after this rotation saw it.
 * @param etag The version that it has now; null when that is not known.
 */
export function toChanged(connection: RotatedConnection, etag: string | null): RotatedConnection {
  const test = connection.test === null ? null : 'due';
  return { ...connection, secretState: 'changedByOthers', test, etag };
}

/** A connection that was deleted. */
export function toDeleted(connection: RotatedConnection): RotatedConnection {
  return { ...connection, secretState: 'deleted', test: null, etag: null };
}
