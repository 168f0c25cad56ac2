import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import type { ExploredTable } from '../flow-service/schemas/explore.ts';
import { api } from './api.ts';
import { type ConnectionVersion, versionScope } from './queries.ts';

/** The tables of the database, without duplicate paths. The list is that of one version of the connection. */
export function tablesQuery(access: Access, version: ConnectionVersion) {
  return queryOptions({
    queryKey: [...versionScope(access, version), 'tables'],
    queryFn: async ({ signal }) => {
      const { items, unreadable } = await api(access).exploreRoot(version.id, signal);
      return { tables: [...new Map(items.map((table) => [table.path, table])).values()], unreadable };
    },
    staleTime: Infinity,
  });
}

/** The columns of one table, with sample rows if the service returns them. */
export function tableQuery(access: Access, version: ConnectionVersion, path: string) {
  return queryOptions({
    queryKey: [...tablesQuery(access, version).queryKey, path],
    queryFn: ({ signal }) => api(access).exploreTable(version.id, path, signal),
    staleTime: Infinity,
    // A column can be named __proto__. React Query would lose it when it compares the answer with the previous one.
    structuralSharing: false,
  });
}

/** The columns of the tables that were opened, by the path of the table. */
export function knownColumns(
  queryClient: QueryClient,
  access: Access,
  version: ConnectionVersion,
): ReadonlyMap<string, ExploredTable['schema']['columns']> {
  const { queryKey: list } = tablesQuery(access, version);
  const opened = queryClient.getQueriesData<ExploredTable>({
    queryKey: list,
    predicate: ({ queryKey }) => queryKey.length > list.length,
  });
  return new Map(opened.map(([queryKey, table]) => [String(queryKey.at(-1)), table?.schema.columns ?? []]));
}
