/** All times are in milliseconds after the page was requested. */
export interface Load {
  readonly usable: number;
  /** When the script has drawn the page, so that its buttons work. */
  readonly scripted: number;
  readonly largestPaint: number;
  /** The total time beyond 50 ms of all long tasks after the first paint. */
  readonly blocked: number;
  /** The cumulative layout shift. 0 means none. */
  readonly shift: number;
  /** The number of requests until the script has drawn the page. */
  readonly requests: number;
  /** The compressed bytes that were transferred until then. */
  readonly bytes: number;
}

interface Usable {
  /** The page is usable when it has this number of elements that match the selector. */
  readonly selector: string;
  readonly count: number;
  /** The script has drawn the page when it has the same number of elements that match this one. */
  readonly scripted: string;
}

declare global {
  interface Window {
    whenUsable: Promise<number>;
    whenScripted: Promise<number>;
    /** Call this when the page is idle. */
    readLoad: () => Promise<Load>;
  }
}

/** Runs in the page before its own scripts. */
export function watchLoad({ selector, count, scripted }: Usable) {
  const tasks: PerformanceEntry[] = [];
  let largestPaint = 0;
  let shift = 0;
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  const painted = new Promise<void>((resolve) => {
    new PerformanceObserver((list) => {
      largestPaint = list.getEntries().at(-1)?.startTime ?? largestPaint;
      resolve();
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && typeof entry.value === 'number') shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const whenDrawn = (selector: string) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelectorAll(selector).length < count) return;
        observer.disconnect();
        // A separate task starts after the frame is drawn.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
  window.whenUsable = whenDrawn(selector);
  window.whenScripted = whenDrawn(scripted);
  window.readLoad = async () => {
    const usable = await window.whenUsable;
    const scripted = await window.whenScripted;
    // A busy browser reports its paints late.
    await painted;
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const fetched = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ startTime }) => startTime <= scripted);
    return {
      usable,
      scripted,
      largestPaint,
      shift,
      blocked: tasks.reduce((sum, { startTime, duration }) => {
        const begin = Math.max(startTime, firstPaint);
        return sum + Math.max(0, startTime + duration - begin - 50);
      }, 0),
      requests: fetched.length,
      bytes: fetched.reduce((sum, { transferSize }) => sum + transferSize, 0),
    };
  };
}
