import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ConnectionSpec } from '../flow-service/schemas/connection-spec.ts';
import type { Access } from '../session/access.tsx';
import { connectionSpecQuery, scope } from './queries.ts';

/** Milliseconds that a form waits for Adobe's definition of its source. */
const longestWait = 1000;

/** null when the spec does not exist, cannot be read, or takes too long. The request goes on, for the next form. */
export async function readSpecInTime(
  queryClient: QueryClient,
  access: Access,
  specId: string,
): Promise<ConnectionSpec | null> {
  return Promise.race([
    queryClient.ensureQueryData(connectionSpecQuery(access, specId)).catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), longestWait)),
  ]);
}

export function specInTimeQuery(queryClient: QueryClient, access: Access, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'specInTime', specId],
    queryFn: () => readSpecInTime(queryClient, access, specId),
    // An open form never changes.
    staleTime: 'static',
    gcTime: 0,
    structuralSharing: false,
  });
}
