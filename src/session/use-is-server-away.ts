import { useQuery } from '@tanstack/react-query';
import { useIsOnline } from '../ui/use-is-online.ts';
import { fetchEnvironment } from './environment-query.ts';

/** Milliseconds between two requests that find out whether the server still answers. */
const interval = 5000;

/**
 * Whether the browser is offline and the page's server does not answer. A server on this computer answers without a
 * network.
 */
export function useIsServerAway(): boolean {
  const isOnline = useIsOnline();
  const { isError } = useQuery({
    queryKey: ['serverWhileOffline'],
    queryFn: async ({ signal }) => {
      await fetchEnvironment(signal);
      return true;
    },
    enabled: !isOnline,
    refetchInterval: interval,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  return !isOnline && isError;
}
