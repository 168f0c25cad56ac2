import { useEffect } from 'react';

/**
 * Keeps the open list of a combo box open and next to its field when the page moves. React Aria closes such a list on
 * every page scroll and has no option to prevent it. Enter then submits the form instead of choosing an option. React
 * Aria follows a scroll only while the viewport is being resized, as by an on-screen keyboard. So each movement of
 * the page is reported as a resize.
 */
export function useKeepListOpen(getInput: () => HTMLElement | null): void {
  useEffect(() => {
    const follow = () => {
      if (getInput()?.getAttribute('aria-expanded') === 'true')
        window.visualViewport?.dispatchEvent(new Event('resize'));
    };
    const onScroll = ({ target }: Event) => {
      // A scroll of the list itself is ignored.
      if (target instanceof Node && target.contains(getInput())) follow();
    };
    // React Aria adds its listener for the same phase when the list opens, so this listener is called first.
    window.addEventListener('scroll', onScroll, true);
    // Content that arrives late moves the field without a scroll.
    const observer = new ResizeObserver(follow);
    observer.observe(document.body);
    return () => {
      window.removeEventListener('scroll', onScroll, true);
      observer.disconnect();
    };
  }, [getInput]);
}
