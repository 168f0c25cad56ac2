import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../session/access.tsx';
import { connectionQuery, scope } from '../api/queries.ts';

/** The other sandbox in which this tab last found the connection, or null. */
export function findSandbox(queryClient: QueryClient, access: Access, id: string): string | null {
  const { queryKey } = connectionQuery(access, id);
  const place = scope(access).length - 1;
  const found = new Map<string, number>();
  for (const query of queryClient.getQueryCache().findAll({ queryKey: queryKey.slice(0, place) })) {
    const sandbox = query.queryKey[place];
    const isSame = query.queryKey.length === queryKey.length && query.queryKey.at(-1) === id;
    if (
      isSame &&
      typeof sandbox === 'string' &&
      sandbox !== access.sandbox &&
      query.state.status === 'success'
    ) {
      found.set(sandbox, query.state.dataUpdatedAt);
    }
  }
  const [latest] = [...found].toSorted(([, one], [, other]) => other - one);
  return latest?.[0] ?? null;
}
