import type { QueryClient } from '@tanstack/react-query';
import { environmentQuery } from './environment-query.ts';

/** Empties whatever was made with credentials: answers of the API, and requests under way. */
export function forgetSecrets(queryClient: QueryClient): void {
  const [environment] = environmentQuery.queryKey;
  queryClient.getMutationCache().clear();
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== environment });
}
