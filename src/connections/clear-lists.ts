import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import { scope } from '../api/queries.ts';

/** Lets go of every list of connections: one from before would show for a moment what is no longer so. */
export function clearLists(queryClient: QueryClient, access: Access): void {
  for (const list of ['connections', 'allConnections']) {
    queryClient.removeQueries({ queryKey: [...scope(access), list] });
  }
}
