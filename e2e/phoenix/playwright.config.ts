import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';

/** Tests in a browser against a real Phoenix, which `npm run test:phoenix` has started. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/phoenix',
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  // For what hangs only: a busy machine is no reason to fail.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/phoenix-browser.json' }]],
  use: { launchOptions: chromiumOptions(), contextOptions: { reducedMotion: 'reduce' } },
});
