import type { QueryClient } from '@tanstack/react-query';
import { forgetCredentials } from './credentials-key.ts';
import { environmentQuery } from './environment-query.ts';

/** Empties whatever was made with credentials: answers of the API, requests under way, and the last credentials. */
export function forgetSecrets(queryClient: QueryClient): void {
  const [environment] = environmentQuery.queryKey;
  queryClient.getMutationCache().clear();
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== environment });
  forgetCredentials();
}
