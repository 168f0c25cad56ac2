import { type RefObject, useEffect, useState } from 'react';

/** Whether an element that scrolls has more content at its right. */
export function useHasMoreAside(element: RefObject<HTMLElement | null>): boolean {
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const look = () => setHasMore(current.scrollLeft + current.clientWidth < current.scrollWidth - 1);
    const observer = new ResizeObserver(look);
    for (const observed of [current, ...current.children]) observer.observe(observed);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [element]);
  return hasMore;
}
