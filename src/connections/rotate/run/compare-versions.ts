import { type RotatedConnection, type Rotation, remaining } from './rotation.ts';

/** The version of a connection that the service returned, or that it does not exist any more. */
export type Version = { readonly etag: string } | 'deleted';

/** A connection and the version of it that a rotation knows. */
export interface KnownVersion {
  readonly id: string;
  readonly etag: string;
}

/** The versions that a rotation knows. */
export function listKnown({ connections }: Rotation): readonly KnownVersion[] {
  return connections.flatMap(({ id, etag }) => (etag === null ? [] : [{ id, etag }]));
}

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
  const etag = version?.etag ?? '';
  return one.etag !== null && etag !== '' && etag !== one.etag ? toChanged(one) : one;
}

/** The same rotation, which starts with these versions of its connections. */
export function adoptVersions(rotation: Rotation, versions: ReadonlyMap<string, Version>): Rotation {
  const connections = rotation.connections.map((one) => {
    const version = versions.get(one.id);
    if (version === 'deleted') return toDeleted(one);
    return version === undefined || version.etag === '' ? one : { ...one, etag: version.etag };
  });
  return { ...rotation, connections };
}

/** A connection that somebody changed after this rotation saw it. */
export function toChanged(connection: RotatedConnection): RotatedConnection {
  const test = connection.test === null ? null : 'due';
  return { ...connection, secretState: 'changedByOthers', test, etag: null };
}

/** A connection that was deleted. */
export function toDeleted(connection: RotatedConnection): RotatedConnection {
  return { ...connection, secretState: 'deleted', test: null, etag: null };
}
