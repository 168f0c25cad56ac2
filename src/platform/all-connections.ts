import { queryOptions } from '@tanstack/react-query';
import type { Connection } from '../flow-service/connection.ts';
import type { Access } from './access.tsx';
import { createPageClient } from './page-client.ts';
import { scope } from './queries.ts';

/** The most that Flow Service gives at once, and how often it is asked: the newest thousand connections. */
const pageSize = 100;
const mostPages = 10;
export const mostConnections = pageSize * mostPages;

/** The newest connections made from one spec, up to {@link mostConnections}: read page by page, one request after the other. */
export async function listAllConnections(
  access: Access,
  specId: string,
  signal?: AbortSignal,
): Promise<readonly Connection[]> {
  const client = createPageClient(access.credentials);
  const all: Connection[] = [];
  let continuationToken: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await client.listConnections(
      access.sandbox,
      {
        filters: [`connectionSpec.id==${specId}`],
        orderBy: '-createdAt',
        limit: pageSize,
        ...(continuationToken !== null && { continuationToken }),
      },
      signal,
    );
    all.push(...answer.connections);
    continuationToken = answer.continuationToken;
    if (continuationToken === null) break;
  }
  return all;
}

export function allConnectionsQuery(access: Access, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'allConnections', specId],
    queryFn: ({ signal }) => listAllConnections(access, specId, signal),
  });
}
