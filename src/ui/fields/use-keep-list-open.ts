import { useEffect } from 'react';

/**
 * Keeps the open list of a combo box open and beside its field while the page moves. React Aria closes such a list on
 * every scroll of the page and has no option against it; Enter, meant for the list, then submits the form. The one
 * scroll that it follows instead is that of a viewport that is just being resized, as by an on-screen keyboard. So
 * each move of the page is reported as a resize.
 */
export function useKeepListOpen(getInput: () => HTMLElement | null): void {
  useEffect(() => {
    const follow = () => {
      if (getInput()?.getAttribute('aria-expanded') === 'true')
        window.visualViewport?.dispatchEvent(new Event('resize'));
    };
    const onScroll = ({ target }: Event) => {
      // Not the scroll of the list itself.
      if (target instanceof Node && target.contains(getInput())) follow();
    };
    // React Aria adds its own listener, for the same phase, when the list opens, so this one is called first.
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
