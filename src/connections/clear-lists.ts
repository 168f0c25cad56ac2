import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import { connectionQuery, scope } from '../api/queries.ts';

const lists = ['connections', 'allConnections'];

/** Removes every cached list of connections, because an old list would show outdated data for a moment. */
export function clearLists(queryClient: QueryClient, access: Access): void {
  for (const list of lists) queryClient.removeQueries({ queryKey: [...scope(access), list] });
}

/**
 * Does the same after a change that ended while the user is on another page. What that page shows is read again, and is
 * not removed.
 */
export async function refreshConnection(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  const { queryKey } = connectionQuery(access, id);
  const keys = [queryKey, ...lists.map((list) => [...scope(access), list])];
  for (const changed of keys) queryClient.removeQueries({ queryKey: changed, type: 'inactive' });
  await Promise.all(
    keys.map((changed) =>
      queryClient.invalidateQueries({ queryKey: changed, exact: changed === queryKey, type: 'active' }),
    ),
  );
}
