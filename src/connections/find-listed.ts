import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConnectionPage } from '../flow-service/client.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import type { AllConnections } from '../api/all-connections.ts';
import { scope } from '../api/queries.ts';

/** Finds a connection in the cached lists, so that its page does not wait for the service. */
export function findListed(queryClient: QueryClient, access: Access, id: string): Connection | undefined {
  const pages = queryClient
    .getQueriesData<InfiniteData<ConnectionPage>>({ queryKey: [...scope(access), 'connections'] })
    .flatMap(([, list]) => list?.pages ?? []);
  const all = queryClient
    .getQueriesData<AllConnections>({ queryKey: [...scope(access), 'allConnections'] })
    .flatMap(([, list]) => list ?? []);
  return [...pages, ...all]
    .flatMap(({ connections }) => connections)
    .find((connection) => connection.id === id);
}
