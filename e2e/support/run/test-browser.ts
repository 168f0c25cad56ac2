import { ensureChromium } from '../chromium/ensure-chromium.ts';
import { ensureCurl } from './ensure-curl.ts';
import { runBrowserTests } from './run-browser-tests.ts';

/** `npm run test:e2e`: runs all browser tests, or those that Playwright's options select. */
try {
  await ensureChromium();
  await ensureCurl();
  process.exitCode = (await runBrowserTests(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
