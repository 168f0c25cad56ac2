import { queryOptions } from '@tanstack/react-query';
import type { Credentials } from '../flow-service/credentials.ts';
import { listSandboxes } from '../flow-service/list-sandboxes.ts';
import { credentialsKey } from './credentials-key.ts';
import { pageTransport } from './page-transport.ts';

/**
 * The sandboxes that the credentials can access. This request also serves as the live check of the credentials. The first
 * page needs no other request to Adobe, so this one comes without the rest of the API.
 */
export function sandboxesQuery(credentials: Credentials | null) {
  return queryOptions({
    queryKey: ['sandboxes', credentialsKey(credentials)],
    queryFn: ({ signal }) => listSandboxes(pageTransport(credentials), signal),
    staleTime: 5 * 60_000,
  });
}
