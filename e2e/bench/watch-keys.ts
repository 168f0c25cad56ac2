declare global {
  interface Window {
    /** Milliseconds from the last key to the frame that shows what it did. */
    painted: Promise<number>;
  }
}

/** Runs in the page, before anything of it. */
export function watchKeys() {
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      window.painted = new Promise((resolve) => {
        requestAnimationFrame(() => {
          // A task of its own begins after the frame is drawn.
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
