import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { findMissing } from '../support/servers/nginx.ts';
import { emulatorPort } from '../support/servers/ports.ts';
import { publicName, publicOrigin } from '../support/servers/documented-nginx.ts';

/** The part of `npm run soak` that needs nginx, which is not installed on every computer. */
const missing = findMissing();
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
if (missing !== null && !isWorker) process.stdout.write(`Skipped the nginx tests: ${missing}\n`);

const { args, ...launchOptions } = chromiumOptions();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/soak',
  // Every nginx uses the same port, so the tests run one after the other.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL: publicOrigin,
    // The certificate of the test is self-signed.
    ignoreHTTPSErrors: true,
    launchOptions: {
      ...launchOptions,
      args: [...args, `--host-resolver-rules=MAP ${publicName} 127.0.0.1`],
    },
    trace: 'retain-on-failure',
  },
  webServer: {
    cwd: '../..',
    command: 'node --import tsx src/server/emulator.ts',
    env: { PORT: String(emulatorPort), HOST: '127.0.0.1' },
    stdout: 'ignore',
    stderr: 'pipe',
    port: emulatorPort,
  },
});
