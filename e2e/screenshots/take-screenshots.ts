import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import {
  expectStep,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../support/wizard/wizard.ts';

/** `npm run screenshots`: takes the README's screenshots of the built app on the local Flow Service. */

const folder = import.meta.dirname;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1120, height: 760 } });
    const page = await context.newPage();
    await page.goto(app.origin);
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
    await page.getByText('Connection test passed').waitFor();
    await take(page, `connection-${colorScheme}`);
    await context.close();
  }
} finally {
  await browser.close();
  await app.close();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
