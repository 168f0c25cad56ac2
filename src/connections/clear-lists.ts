import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import { scope } from '../api/queries.ts';

/** Removes every cached list of connections, because an old list would show outdated data for a moment. */
export function clearLists(queryClient: QueryClient, access: Access): void {
  for (const list of ['connections', 'allConnections']) {
    queryClient.removeQueries({ queryKey: [...scope(access), list] });
  }
}
