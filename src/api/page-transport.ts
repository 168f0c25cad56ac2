import type { Credentials } from '../flow-service/credentials.ts';
import type { Transport } from '../flow-service/send.ts';

/**
 * Milliseconds to wait for an answer. It is longer than the 160 seconds that this page's server needs at most for a
 * create, so a create only times out here when the connection has gone silent.
 */
const longestWait = 180_000;

/** Requests through this page's server. */
export function pageTransport(credentials: Credentials | null): Transport {
  return {
    baseUrl: '/api',
    fetch: (url, init) => {
      const silence = AbortSignal.timeout(longestWait);
      return fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, silence]) : silence });
    },
    credentials,
  };
}
