import { createFlowServiceClient } from '../flow-service/client.ts';
import type { Credentials } from '../flow-service/credentials.ts';

/**
 * Milliseconds after which an answer is no more waited for: above the 160 seconds that this page's server takes at
 * most for a create, so that a create only comes to it where the connection has gone silent.
 */
const longestWait = 180_000;

/** The API by way of this page's server. */
export function createPageClient(credentials: Credentials | null) {
  return createFlowServiceClient({
    baseUrl: '/api',
    fetch: (url, init) => {
      const silence = AbortSignal.timeout(longestWait);
      return fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, silence]) : silence });
    },
    credentials,
  });
}
