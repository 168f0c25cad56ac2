import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** What is being written without a mutation of the library. */
const writes = new Set<symbol>();
const listeners = new Set<() => void>();

/** Counts as writing until the returned function is called. */
export function beginWriting(): () => void {
  const write = Symbol('write');
  writes.add(write);
  tell();
  return () => {
    writes.delete(write);
    tell();
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

/**
 * Whether something is being saved or created. The library's own hook keeps the request, which may contain a secret.
 */
export function useIsWriting(): boolean {
  const queryClient = useQueryClient();
  const read = () => queryClient.isMutating() > 0 || writes.size > 0;
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      const stop = queryClient.getMutationCache().subscribe(onChange);
      return () => {
        listeners.delete(onChange);
        stop();
      };
    },
    read,
    read,
  );
}
