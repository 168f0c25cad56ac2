import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ConnectionReceipt } from '../flow-service/connection.ts';
import type { Access } from '../platform/access.tsx';
import { listAllConnections } from '../platform/all-connections.ts';
import { scope } from '../platform/queries.ts';
import type { Attempt } from './attempt.ts';
import { findCreated, wait } from './find-created.ts';

/**
 * What became of an attempt: the connection it made, or null when none is there after 90 seconds of looking. Without
 * an attempt nothing is asked.
 */
export function findCreatedQuery(
  access: Access,
  attempt: Attempt | null,
  onFound: (receipt: ConnectionReceipt) => Promise<void>,
) {
  return queryOptions({
    queryKey: [...scope(access), 'created', attempt],
    queryFn:
      attempt === null
        ? skipToken
        : async ({ signal }) => {
            const list = (inner: AbortSignal) => listAllConnections(access, attempt.specId, inner);
            const receipt = await findCreated(attempt, { list, wait, now: Date.now }, signal);
            if (receipt !== null) await onFound(receipt);
            return receipt;
          },
    retry: false,
    staleTime: Infinity,
    refetchOnReconnect: false,
  });
}
