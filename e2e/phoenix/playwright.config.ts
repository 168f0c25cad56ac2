import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';

/** Browser tests against a real Phoenix that `npm run test:phoenix` has started. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/phoenix',
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  // The timeout is only for tests that hang. A slow computer must not fail them.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/phoenix-browser.json' }]],
  use: { launchOptions: chromiumOptions(), contextOptions: { reducedMotion: 'reduce' } },
});
