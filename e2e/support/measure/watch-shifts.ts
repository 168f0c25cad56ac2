import type { Page } from '@playwright/test';
import { slowDown } from '../../bench/slow-down.ts';

declare global {
  interface Window {
    /** The sum of the layout shifts since the last call. */
    takeShifts: () => number;
  }
}

/**
 * Adds up every layout shift of a page that is opened afterwards. It includes shifts after a click or a key, which
 * Chromium would not count. The processor is four times slower and every answer is delayed, so that loading states
 * are rendered.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    const add = (entries: readonly PerformanceEntry[]) => {
      // The moved share of the screen times the distance.
      for (const entry of entries) {
        if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    window.takeShifts = () => {
      add(observer.takeRecords());
      const taken = sum;
      sum = 0;
      return taken;
    };
  });
  await slowDown(page, 4);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

/** The sum since the page was opened or since the last call. Call it when all content is shown. */
export async function takeShifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // The movement of one frame is reported in the frame after it.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    return window.takeShifts();
  });
}
