import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import { api } from './api.ts';
import { credentialsKey } from './credentials-key.ts';

export function connectionSpecQuery(access: Access, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'connectionSpec', specId],
    queryFn: ({ signal }) => api(access).getConnectionSpec(specId, signal),
    staleTime: 5 * 60_000,
  });
}

/** All connection specs. A list of several hundred is large, and no page changes it. */
export function connectionSpecsQuery(access: Access) {
  return queryOptions({
    queryKey: [...scope(access), 'connectionSpecs'],
    queryFn: ({ signal }) => api(access).listConnectionSpecs(signal),
    staleTime: 5 * 60_000,
    structuralSharing: false,
  });
}

export function connectionQuery(access: Access, id: string) {
  return queryOptions({
    queryKey: [...scope(access), 'connection', id],
    queryFn: ({ signal }) => api(access).getConnection(id, signal),
    // A param can be named __proto__. It would become the prototype of the params when React Query copies them.
    structuralSharing: false,
  });
}

export type ConnectionVersion = Pick<Connection, 'id' | 'etag'>;

/**
 * The prefix of every query key that belongs to one version of a connection. After another user changes the connection,
 * a result of the earlier version is not its result any more.
 */
export function versionScope(access: Access, { id, etag }: ConnectionVersion): readonly unknown[] {
  return [...connectionQuery(access, id).queryKey, etag];
}

/**
 * The connections of one spec or, with null, of all, page by page. `orderBy`: a field, prefixed with `-` for descending
 * order.
 */
export function connectionsQuery(access: Access, specId: string | null, orderBy: string) {
  return infiniteQueryOptions({
    queryKey: [...scope(access), 'connections', specId, orderBy],
    queryFn: ({ signal, pageParam }) =>
      api(access).listConnections(
        {
          filters: toSpecFilter(specId),
          orderBy,
          ...(pageParam !== null && { continuationToken: pageParam }),
        },
        signal,
      ),
    // The first page has no token.
    initialPageParam: null as string | null,
    getNextPageParam: ({ continuationToken }) => continuationToken,
  });
}

/** Selects the connections of one spec; with null, all connections. */
export function toSpecFilter(specId: string | null): readonly string[] {
  return specId === null ? [] : [`connectionSpec.id==${specId}`];
}

/** The prefix of every query key that belongs to a sandbox. */
export function scope({ credentials, sandbox }: Access): readonly [string, string, string] {
  return ['in', credentialsKey(credentials), sandbox];
}
