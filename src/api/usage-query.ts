import { queryOptions } from '@tanstack/react-query';
import { listUsage } from '../flow-service/list-usage.ts';
import type { Access } from '../session/access.tsx';
import { pageTransport } from './api.ts';
import { scope } from './queries.ts';

/** What uses the connections of the sandbox. One answer serves the list and every connection page. */
export function usageQuery(access: Access) {
  return queryOptions({
    queryKey: [...scope(access), 'usage'],
    queryFn: ({ signal }) => listUsage(pageTransport(access.credentials), access.sandbox, signal),
    staleTime: 60_000,
  });
}
