import { test as base } from '@playwright/test';
import { startOwnApp } from './own-app.ts';

/** Tests with their own server, because a server starts only 30 connection checks in a minute. */
export const test = base.extend<object, { readonly ownOrigin: string }>({
  ownOrigin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const app = await startOwnApp({});
      await use(app.origin);
      await app.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ ownOrigin }, use) => use(ownOrigin),
});
