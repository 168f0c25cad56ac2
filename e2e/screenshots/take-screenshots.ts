import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/find-chromium.ts';
import {
  expectStep,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../support/wizard.ts';

/** `npm run screenshots`: the pictures of the README, taken from the built app on the local Flow Service. */

const port = 4390;
const origin = `http://localhost:${port}`;
const folder = import.meta.dirname;

const server = spawn('npx', ['tsx', 'src/server/start.ts'], {
  env: { ...process.env, PORT: String(port), AEP_GATEWAY_URL: '' },
  stdio: ['ignore', 'ignore', 'inherit'],
  // A group of its own, so that npx and what it started can be stopped together.
  detached: true,
});
const browser = await chromium.launch(chromiumOptions());
try {
  await untilUp();
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1120, height: 760 } });
    const page = await context.newPage();
    await page.goto(origin);
    await expectStep(page, 'Experience Platform');
    await useDemoCredentials(page);
    await take(page, `platform-${colorScheme}`);
    await press(page, 'Continue');
    await expectStep(page, 'Phoenix');
    await fillPhoenix(page, { ...mycluster, host: `mycluster-${colorScheme}` });
    await take(page, `phoenix-${colorScheme}`);
    await press(page, 'Continue');
    await expectStep(page, 'Review');
    await press(page, 'Create connection');
    await readConnectionId(page);
    await page.getByText('Connection created').waitFor();
    await take(page, `connection-${colorScheme}`);
    await context.close();
  }
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function untilUp(): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const isUp = await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${origin} did not come up within a minute.`);
}
