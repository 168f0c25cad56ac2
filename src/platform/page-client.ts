import { createFlowServiceClient } from '../flow-service/client.ts';
import type { Credentials } from '../flow-service/credentials.ts';

/**
 * Milliseconds after which an answer is no more waited for: above the 160 seconds that this page's server takes at
 * most for one request, so that only a connection that has gone silent comes to it.
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
