/** All times in milliseconds after the page was asked for. */
export interface Load {
  readonly usable: number;
  readonly largestPaint: number;
  /** What the tasks over 50 ms took beyond that, from the first paint on. */
  readonly blocked: number;
  /** How far things moved that stood on the page already; 0 is none. */
  readonly shift: number;
  /** Until it was usable. */
  readonly requests: number;
  /** Sent over the network until it was usable, compressed. */
  readonly bytes: number;
}

interface Usable {
  /** The page is usable when this many elements of this kind are on it. */
  readonly selector: string;
  readonly count: number;
}

declare global {
  interface Window {
    usable: Promise<number>;
    /** To be called when the page has come to rest. */
    readLoad: () => Promise<Load>;
  }
}

/** Runs in the page, before anything of it. */
export function watchLoad({ selector, count }: Usable) {
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
  window.usable = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll(selector).length < count) return;
      observer.disconnect();
      // A task of its own begins after the frame is drawn.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
  window.readLoad = async () => {
    const usable = await window.usable;
    // A browser that is busy tells of its paints late.
    await painted;
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const fetched = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ startTime }) => startTime <= usable);
    return {
      usable,
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
