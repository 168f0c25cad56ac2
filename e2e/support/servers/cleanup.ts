import { test as base } from '@playwright/test';

export type Cleanup = (close: () => unknown) => void;

/** Registers functions that run when the test ends, also when it fails, because the next test needs the same port. */
export const test = base.extend<{ cleanup: Cleanup }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed.
  cleanup: async ({}, use) => {
    const closers: (() => unknown)[] = [];
    await use((close) => closers.push(close));
    for (const close of closers.reverse()) await close();
  },
});
