declare global {
  interface Window {
    /** Milliseconds from the last key to the frame that shows its effect. */
    painted: Promise<number>;
  }
}

/** Runs in the page before its own scripts. */
export function watchKeys() {
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      window.painted = new Promise((resolve) => {
        requestAnimationFrame(() => {
          // A separate task starts after the frame is drawn.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - timeStamp));
          port1.start();
          port2.postMessage(null);
        });
      });
    },
    { capture: true },
  );
}
