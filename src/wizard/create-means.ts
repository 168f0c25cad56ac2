import type { QueryClient } from '@tanstack/react-query';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../platform/access.tsx';
import { listAllConnections } from '../platform/all-connections.ts';
import { createWriteKey } from '../platform/create-write-key.ts';
import { createPageClient } from '../platform/page-client.ts';
import { scope } from '../platform/queries.ts';
import { readRetryDelay, shouldRetryRead } from '../platform/retry-policy.ts';
import { secretsOf } from '../source-form/secrets.ts';
import type { Source } from '../sources/source.ts';
import type { CreateMeans } from './create-once.ts';
import { hasSameTarget } from './find-twins.ts';

/** The key of the look at a sandbox before something is created in it. */
export function beforeCreateKey(access: Access) {
  return [...scope(access), 'beforeCreate'] as const;
}

/** Creating by way of this page's server. */
export function createMeans(
  queryClient: QueryClient,
  source: Source,
  access: Access,
  request: ConnectionRequest,
): CreateMeans {
  return {
    // Not the list on Review: that one is called off as Review begins to wait, and an older one would stand in.
    list: () =>
      queryClient.fetchQuery({
        queryKey: beforeCreateKey(access),
        queryFn: ({ signal }) => listAllConnections(access, source.connectionSpec.id, signal),
        staleTime: 0,
        gcTime: 0,
        // A fetch by hand is not repeated unless told to.
        retry: shouldRetryRead,
        retryDelay: (failures) => readRetryDelay(failures),
      }),
    create: async (body) => {
      try {
        const key = await createWriteKey('createConnection');
        return await createPageClient(access.credentials).createConnection(access.sandbox, body, key);
      } catch (error) {
        // A provider may quote what it was given.
        throw error instanceof FlowServiceError ? error.without(secretsOf(source, body.auth.params)) : error;
      }
    },
    isSameTarget: (connection) => hasSameTarget(source, request, connection),
    now: Date.now,
  };
}
