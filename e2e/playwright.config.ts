import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './support/chromium/find-chromium.ts';
import './support/run/end-with-parent.js';
import { holding } from './support/servers/server-credentials.ts';
import { noSettings } from './support/servers/no-settings.ts';
import {
  appPort,
  emulatorPort,
  heldAppPort,
  recordedAppPort,
  recorderPort,
  simulatorAppPort,
} from './support/servers/ports.ts';

const inProject = { cwd: '..', stdout: 'ignore', stderr: 'pipe', reuseExistingServer: false } as const;

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // The timeout is only for tests that hang. A slow computer must not fail them.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${appPort}`,
    launchOptions: chromiumOptions(),
    // Screenshots of every step take a quarter of the time. Use --trace on to record them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    // Transitions are not needed here. Tests of layout shifts turn them on.
    contextOptions: { reducedMotion: 'reduce' },
  },
  webServer: [
    {
      ...inProject,
      command: 'node --import tsx src/server/start.ts',
      env: { ...noSettings, PORT: String(appPort) },
      url: `http://localhost:${appPort}/healthz`,
    },
    {
      ...inProject,
      command: 'node node_modules/vite/bin/vite.js preview',
      env: {
        ...noSettings,
        PORT: String(recordedAppPort),
        AEP_GATEWAY_URL: `http://127.0.0.1:${recorderPort}`,
      },
      url: `http://localhost:${recordedAppPort}/api/environment`,
    },
    {
      ...inProject,
      command: 'node --import tsx src/server/emulator.ts',
      env: { PORT: String(emulatorPort), HOST: '127.0.0.1' },
      port: emulatorPort,
    },
    {
      ...inProject,
      command: 'node --import tsx src/server/start.ts',
      env: { ...noSettings, PORT: String(simulatorAppPort) },
      url: `http://localhost:${simulatorAppPort}/healthz`,
    },
    {
      ...inProject,
      command: 'node --import tsx src/server/start.ts',
      env: { ...noSettings, PORT: String(heldAppPort), ...holding },
      url: `http://localhost:${heldAppPort}/healthz`,
    },
  ],
});
