import { type AllConnections, isComplete } from '../../../api/all-connections.ts';
import type { Api } from '../../../api/api.ts';
import type { Connection } from '../../../flow-service/schemas/connection.ts';
import { isNotFound } from '../../is-not-found.ts';
import type { KnownVersion, Version } from './compare-versions.ts';

/**
 * Finds out which versions connections have now. A connection that is missing in the list, or has another version there,
 * is read separately, because a list may be incomplete, and older than the last change. If that read fails, the version in
 * the list is used. A connection without any version is left out.
 * @param list The connections as they were just listed; null if that failed.
 * @throws {Error} when none of the connections could be read.
 */
export async function readVersions(
  client: Pick<Api, 'getConnection'>,
  list: AllConnections | null,
  known: readonly KnownVersion[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Version>> {
  const etags = new Map(list?.connections.map(({ id, etag }) => [id, etag]));
  const versions = new Map<string, Version>();
  const errors: unknown[] = [];
  for (const { id, etag } of known) {
    const inList = etags.get(id);
    if (inList !== undefined && (etag === null || inList === etag)) versions.set(id, { etag: inList });
    else {
      await readVersion(client, id, signal).then(
        (version) => versions.set(id, version),
        (error: unknown) => {
          errors.push(error);
          if (inList !== undefined) versions.set(id, { etag: inList });
          else if (list !== null && isComplete(list)) versions.set(id, 'missing');
        },
      );
    }
  }
  if (versions.size === 0 && errors.length > 0) throw errors[0];
  return versions;
}

async function readVersion(
  client: Pick<Api, 'getConnection'>,
  id: string,
  signal?: AbortSignal,
): Promise<Version> {
  const connection = await readOrNull(client, id, signal);
  return connection === null ? 'deleted' : { etag: connection.etag };
}

/** Reads a connection; null when it was deleted. */
export async function readOrNull(
  client: Pick<Api, 'getConnection'>,
  id: string,
  signal?: AbortSignal,
): Promise<Connection | null> {
  return client.getConnection(id, signal).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
}
