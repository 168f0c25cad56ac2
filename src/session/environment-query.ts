import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Environment, environment } from '../flow-service/schemas/environment.ts';

/**
 * The environment of this page's server. While the page is open, only the token's expiry can change, and the nonce
 * after a server restart.
 */
export const environmentQuery = queryOptions({
  queryKey: ['environment'],
  queryFn: ({ signal }) => fetchEnvironment(signal),
  staleTime: Infinity,
});

export function useEnvironment(): Environment {
  return useSuspenseQuery(environmentQuery).data;
}

export async function fetchEnvironment(signal: AbortSignal): Promise<Environment> {
  const response = await fetch('/api/environment', { signal });
  if (!response.ok) throw new Error(`GET /api/environment responded with ${response.status}.`);
  return environment.parse(await response.json());
}
