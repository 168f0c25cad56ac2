import { queryOptions } from '@tanstack/react-query';
import { type Usage, keepEarlier, listUsage } from '../flow-service/list-usage.ts';
import type { Access } from '../session/access.tsx';
import { pageTransport } from './page-transport.ts';
import { scope } from './queries.ts';
import { retryRead, wait } from './retry-read.ts';

/** Reads what uses the connections of the sandbox now. */
export function readUsage({ credentials, sandbox }: Access, signal: AbortSignal): Promise<Usage> {
  return listUsage(pageTransport(credentials), sandbox, (read) => retryRead(read, wait, signal), signal);
}

/** What uses the connections of the sandbox. One answer serves the list and every connection page. */
export function usageQuery(access: Access) {
  const queryKey = [...scope(access), 'usage'];
  return queryOptions({
    queryKey,
    // A user who deletes a connection needs what was known before a list could no longer be read.
    queryFn: async ({ client, signal }) => {
      const usage = await readUsage(access, signal);
      return keepEarlier(client.getQueryData<Usage>(queryKey), usage);
    },
    // Each page is read again on its own, so that a failure of one list does not repeat the other.
    retry: false,
    // What could not be read may be readable on the next page that the user opens.
    staleTime: ({ state }) => (state.data?.failure ? 0 : 60_000),
  });
}
