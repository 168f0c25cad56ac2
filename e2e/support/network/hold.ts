import type { Page, Route } from '@playwright/test';

/** Holds answers back. Returns a function that releases them. */
export async function hold(page: Page, url: string | RegExp, method = 'GET'): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route: Route) => {
    if (route.request().method() === method) await released;
    await route.fallback();
  });
  return release;
}
