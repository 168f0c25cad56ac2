import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import type { ExploredTable } from '../flow-service/schemas/explore.ts';
import { api } from './api.ts';
import { connectionQuery } from './queries.ts';

/** The tables of the database, without duplicate paths. The list becomes stale when the connection changes. */
export function tablesQuery(access: Access, id: string) {
  return queryOptions({
    queryKey: [...connectionQuery(access, id).queryKey, 'tables'],
    queryFn: async ({ signal }) => {
      const { items, unreadable } = await api(access).exploreRoot(id, signal);
      return { tables: [...new Map(items.map((table) => [table.path, table])).values()], unreadable };
    },
    staleTime: Infinity,
  });
}

/** The columns of one table, with sample rows if the service returns them. */
export function tableQuery(access: Access, id: string, path: string) {
  return queryOptions({
    queryKey: [...connectionQuery(access, id).queryKey, 'tables', path],
    queryFn: ({ signal }) => api(access).exploreTable(id, path, signal),
    staleTime: Infinity,
    // A column can be named __proto__. React Query would lose it when it compares the answer with the previous one.
    structuralSharing: false,
  });
}

/** The columns of the tables that were opened, by the path of the table. */
export function knownColumns(
  queryClient: QueryClient,
  access: Access,
  id: string,
): ReadonlyMap<string, ExploredTable['schema']['columns']> {
  const { queryKey: list } = tablesQuery(access, id);
  const opened = queryClient.getQueriesData<ExploredTable>({
    queryKey: list,
    predicate: ({ queryKey }) => queryKey.length > list.length,
  });
  return new Map(opened.map(([queryKey, table]) => [String(queryKey.at(-1)), table?.schema.columns ?? []]));
}
