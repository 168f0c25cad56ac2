import { queryOptions } from '@tanstack/react-query';
import type { Access } from '../platform/access.tsx';
import { listAllConnections } from '../platform/all-connections.ts';
import { scope } from '../platform/queries.ts';
import { type Attempt, findCreated, wait } from './create-once.ts';

/** What became of an attempt: the connection it made, or null when none is there after 90 seconds of looking. */
export function findCreatedQuery(access: Access, attempt: Attempt) {
  return queryOptions({
    queryKey: [...scope(access), 'created', attempt],
    queryFn: ({ signal }) =>
      findCreated(
        attempt,
        { list: (inner) => listAllConnections(access, attempt.specId, inner), wait },
        signal,
      ),
    retry: false,
    staleTime: Infinity,
  });
}
