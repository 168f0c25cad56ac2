/** What a page shows when it can be used. */
export interface Usable {
  readonly heading: string;
  /** A selector of an element that the page then has. */
  readonly has: string;
  /** Patterns of what the page then says, and of what it does not say any more. */
  readonly says: string;
  readonly saysNot: string;
}

export interface Waited {
  /** Milliseconds from the last click to the first task after the frame that shows the page. */
  readonly wall: number;
  /** The longest task of the page since the click, in milliseconds; 0 when none took more than 50. */
  readonly longest: number;
}

declare global {
  interface Window {
    usable: (state: Usable) => Promise<Waited>;
  }
}

/** Runs in the page before its own scripts. */
export function watchUsable() {
  const longestWait = 15_000;
  let clicked = 0;
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      clicked = timeStamp;
    },
    { capture: true },
  );
  window.usable = ({ heading, has, says, saysNot }) => {
    const isThere = () => {
      const main = document.querySelector('main');
      const text = main?.textContent ?? '';
      return (
        document.querySelector('h1')?.textContent === heading &&
        document.querySelector(has) !== null &&
        new RegExp(says).test(text) &&
        !new RegExp(saysNot).test(text)
      );
    };
    return new Promise((resolve, reject) => {
      const look = () => {
        if (performance.now() - clicked > longestWait) {
          reject(new Error(`The page cannot be used: ${document.querySelector('main')?.textContent ?? ''}`));
        } else if (!isThere()) {
          requestAnimationFrame(look);
        } else {
          setTimeout(() => {
            const wall = performance.now() - clicked;
            // Long tasks are reported a little later.
            setTimeout(() => {
              const since = tasks.filter(({ startTime, duration }) => startTime + duration >= clicked);
              resolve({ wall, longest: Math.max(0, ...since.map(({ duration }) => duration)) });
            }, 100);
          });
        }
      };
      requestAnimationFrame(look);
    });
  };
}
