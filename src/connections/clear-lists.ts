import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import { connectionQuery, scope } from '../api/queries.ts';

const lists = ['connections', 'allConnections'];

/**
 * Removes every cached list of connections, because an old list would show outdated data for a moment. A list that is
 * shown is read again: the user may have opened it before the change ended.
 */
export function clearLists(queryClient: QueryClient, access: Access): void {
  void refreshLists(queryClient, access);
}

/**
 * Does the same after a change that ended while the user is on another page. What that page shows is read again, and is
 * not removed.
 */
export async function refreshConnection(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  await Promise.all([
    refreshLists(queryClient, access),
    refresh(queryClient, connectionQuery(access, id).queryKey, true),
  ]);
}

/** Reads a connection that this tab deleted again, so that its page says so if the user has opened it meanwhile. */
export function refreshDeleted(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  return refresh(queryClient, connectionQuery(access, id).queryKey, true);
}

async function refreshLists(queryClient: QueryClient, access: Access): Promise<void> {
  await Promise.all(lists.map((list) => refresh(queryClient, [...scope(access), list], false)));
}

/** A query that is shown is not removed, because its page would not be updated. */
function refresh(queryClient: QueryClient, queryKey: readonly unknown[], exact: boolean): Promise<void> {
  queryClient.removeQueries({ queryKey, type: 'inactive' });
  return queryClient.invalidateQueries({ queryKey, exact, type: 'active' });
}
