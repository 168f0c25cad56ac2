import { queryOptions } from '@tanstack/react-query';
import type { Access } from './access.tsx';
import { createPageClient } from './page-client.ts';
import { connectionQuery } from './queries.ts';

/** The tables of the database, each path once. They are old as soon as the connection changes. */
export function tablesQuery(access: Access, id: string) {
  return queryOptions({
    queryKey: [...connectionQuery(access, id).queryKey, 'tables'],
    queryFn: async ({ signal }) => {
      const objects = await createPageClient(access.credentials).exploreRoot(access.sandbox, id, signal);
      return [...new Map(objects.map((object) => [object.path, object])).values()];
    },
    staleTime: Infinity,
  });
}

/** The columns of one table, with sample rows where the service gives them. */
export function tableQuery(access: Access, id: string, path: string) {
  return queryOptions({
    queryKey: [...connectionQuery(access, id).queryKey, 'tables', path],
    queryFn: ({ signal }) =>
      createPageClient(access.credentials).exploreTable(access.sandbox, id, path, signal),
    staleTime: Infinity,
  });
}
