import { queryOptions } from '@tanstack/react-query';
import type { ConnectionPage } from '../flow-service/client.ts';
import { hasMorePages, readPages } from '../flow-service/pages.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import { api } from './api.ts';
import { scope, toSpecFilter } from './queries.ts';

/**
 * The largest page that Flow Service returns, and the most pages to read: together the newest thousand connections.
 */
export const pageSize = 100;
export const mostPages = 10;

export interface AllConnections {
  /** Newest first, without duplicates. */
  readonly connections: readonly Connection[];
  /** How many connections could not be read. */
  readonly unreadable: number;
  /** Whether there are older connections, which were not read. */
  readonly hasMore: boolean;
}

/** Whether a list has all connections, so that one that is missing does not exist. */
export function isComplete({ hasMore, unreadable }: Pick<AllConnections, 'hasMore' | 'unreadable'>): boolean {
  return !hasMore && unreadable === 0;
}

/**
 * Reads the newest connections of one spec or, with null, of all, up to a thousand. The pages are read one after the
 * other.
 */
export async function readAllConnections(
  access: Access,
  specId: string | null,
  signal?: AbortSignal,
): Promise<AllConnections> {
  const client = api(access);
  const query = { filters: toSpecFilter(specId), orderBy: '-createdAt', limit: pageSize };
  const pages = await readPages((next) => client.listConnections({ ...query, ...next }, signal), mostPages);
  return { ...joinPages(pages), hasMore: hasMorePages(pages) };
}

/** The same list without the count of unreadable connections. */
export async function listAllConnections(
  access: Access,
  specId: string,
  signal?: AbortSignal,
): Promise<readonly Connection[]> {
  return (await readAllConnections(access, specId, signal)).connections;
}

/**
 * Joins pages into one list with each connection once. A connection is on two pages when another one is created between
 * the two requests. If its two versions differ, the newest is kept.
 */
export function joinPages(
  pages: readonly ConnectionPage[],
): Pick<AllConnections, 'connections' | 'unreadable'> {
  const newest = new Map<string, Connection>();
  for (const connection of pages.flatMap(({ connections }) => connections)) {
    const other = newest.get(connection.id);
    // Without times, the version that was read last is the newest.
    const isOlder = (connection.updatedAt ?? Infinity) < (other?.updatedAt ?? -Infinity);
    if (!isOlder) newest.set(connection.id, connection);
  }
  return {
    connections: [...newest.values()],
    unreadable: pages.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}

/** Differs between any two versions of a connection, as far as a list shows them. */
export function versionKey({ id, name, etag, updatedAt }: Connection): string {
  return JSON.stringify([id, name, etag, updatedAt]);
}

export function allConnectionsQuery(access: Access, specId: string | null) {
  return queryOptions({
    queryKey: [...scope(access), 'allConnections', specId],
    queryFn: ({ signal }) => readAllConnections(access, specId, signal),
  });
}
