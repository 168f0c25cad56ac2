import type { Page, Route } from '@playwright/test';

/** Answers requests of this method to an address with 403, until the page is unrouted. */
export function refuse(page: Page, url: string, method: string) {
  return page.route(url, (route: Route) =>
    route.request().method() === method ? route.fulfill({ status: 403, body: '{}' }) : route.fallback(),
  );
}
