import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Environment, environment } from '../flow-service/schemas/environment.ts';

/**
 * What this page's server talks to. It does not change while the page is open, except for the token's expiry and,
 * when the server was started again, for the nonce.
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
