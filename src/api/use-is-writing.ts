import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/**
 * Whether something is being saved or created. The library's own hook keeps the request, which may contain a secret.
 */
export function useIsWriting(): boolean {
  const queryClient = useQueryClient();
  const read = () => queryClient.isMutating() > 0;
  return useSyncExternalStore((onChange) => queryClient.getMutationCache().subscribe(onChange), read, read);
}
