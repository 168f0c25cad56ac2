import type { Page } from '@playwright/test';

/** Counts the create requests that a page sends from now on. */
export function countCreates(page: Page): () => number {
  let creates = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/connections')) creates += 1;
  });
  return () => creates;
}
