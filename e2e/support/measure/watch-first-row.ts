declare global {
  interface Window {
    /** Milliseconds from the last byte of the tables to the frame that shows the first of them. */
    firstRow: Promise<number>;
  }
}

/** Runs in the page before its own scripts. It waits for the first row of a grid. */
export function watchFirstRow() {
  window.firstRow = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[role="grid"] [role="row"]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A separate task starts after the frame is drawn.
        setTimeout(() => {
          const answer = performance
            .getEntriesByType('resource')
            .find(({ name }) => name.includes('objectType=root'));
          if (answer instanceof PerformanceResourceTiming) resolve(performance.now() - answer.responseEnd);
        });
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}
