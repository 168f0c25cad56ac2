import type { Page } from '@playwright/test';
import { slowDown } from '../../bench/slow-down.ts';

declare global {
  interface Window {
    /** The sum of the layout shifts since it was called last. */
    takeShifts: () => number;
  }
}

/**
 * Adds up every layout shift of a page that is opened after this, also those that follow a click or a key, which
 * Chromium would excuse. The processor is four times slower and every answer is late, so that what is shown meanwhile
 * is drawn.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    const add = (entries: readonly PerformanceEntry[]) => {
      // How much of the screen moved, times how far.
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

/** The sum since the page was opened, or since it was taken last. To be taken when all that is awaited is shown. */
export async function takeShifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // The frame after the next one reports what the next one moved.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    return window.takeShifts();
  });
}
