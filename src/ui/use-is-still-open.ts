import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Returns a function that tells whether the user is still on this visit of the page. A user who has followed a link is
 * not, even if the next page is still loading.
 */
export function useIsStillOpen(): () => boolean {
  const router = useRouter();
  const path = useRef<string | null>(null);
  useEffect(() => {
    path.current = router.latestLocation.pathname;
    return () => {
      path.current = null;
    };
  }, [router]);
  return useCallback(() => path.current === router.latestLocation.pathname, [router]);
}
