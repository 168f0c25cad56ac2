declare global {
  interface Window {
    /** Milliseconds from the last click to the frame that shows another heading. */
    stepped: Promise<number>;
  }
}

/** Runs in the page before its own scripts. */
export function watchSteps() {
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      const before = document.querySelector('h1')?.textContent;
      window.stepped = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const heading = document.querySelector('h1')?.textContent;
          if (heading === undefined || heading === before) return;
          observer.disconnect();
          // A separate task starts after the frame is drawn.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      });
    },
    { capture: true },
  );
}
