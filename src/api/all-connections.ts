import { queryOptions } from '@tanstack/react-query';
import type { ConnectionPage } from '../flow-service/client.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import { api } from './api.ts';
import { scope } from './queries.ts';

/** The most that Flow Service gives at once, and how often it is asked: the newest thousand connections. */
const pageSize = 100;
const mostPages = 10;

export interface AllConnections {
  /** Newest first, each once. */
  readonly connections: readonly Connection[];
  /** How many more there were that could not be read. */
  readonly unreadable: number;
  /** Whether there are older ones, which were not read. */
  readonly hasMore: boolean;
}

/** The newest connections made from one spec, up to a thousand: read page by page, one request after the other. */
export async function readAllConnections(
  access: Access,
  specId: string,
  signal?: AbortSignal,
): Promise<AllConnections> {
  const client = api(access);
  const pages: ConnectionPage[] = [];
  let continuationToken: string | null = null;
  do {
    const page: ConnectionPage = await client.listConnections(
      {
        filters: [`connectionSpec.id==${specId}`],
        orderBy: '-createdAt',
        limit: pageSize,
        ...(continuationToken !== null && { continuationToken }),
      },
      signal,
    );
    pages.push(page);
    continuationToken = page.continuationToken;
  } while (continuationToken !== null && pages.length < mostPages);
  return {
    ...joinPages(pages),
    hasMore: continuationToken !== null || pages.some(({ hasOddLink }) => hasOddLink),
  };
}

/** The same, without a word on what could not be read. */
export async function listAllConnections(
  access: Access,
  specId: string,
  signal?: AbortSignal,
): Promise<readonly Connection[]> {
  return (await readAllConnections(access, specId, signal)).connections;
}

/**
 * Pages as one list. A connection is on two of them when another one was created in between. One that comes twice and
 * is not the same each time is kept each time.
 */
export function joinPages(
  pages: readonly ConnectionPage[],
): Pick<AllConnections, 'connections' | 'unreadable'> {
  const all = pages.flatMap(({ connections }) => connections);
  return {
    connections: [...new Map(all.map((connection) => [versionKey(connection), connection])).values()],
    unreadable: pages.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}

/** Different for every version of every connection, as far as a list shows it. */
export function versionKey({ id, name, etag, updatedAt }: Connection): string {
  return JSON.stringify([id, name, etag, updatedAt]);
}

export function allConnectionsQuery(access: Access, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'allConnections', specId],
    queryFn: ({ signal }) => readAllConnections(access, specId, signal),
  });
}
