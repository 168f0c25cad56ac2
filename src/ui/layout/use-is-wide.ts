import { useSyncExternalStore } from 'react';

/** The width of the style macro's `xl`, from which a page has a column at the right. */
const query = '(min-width: 1280px)';

/** Whether the page has room for a column at the right. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}
