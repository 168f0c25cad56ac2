import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import { expectStep } from '../support/wizard/wizard.ts';
import { filmFlow } from './film-flow.ts';

/** `npm run screenshots`: takes the README's film and picture of the built app on the local Flow Service. */

const folder = import.meta.dirname;

/** The limit on a film, so that the README loads fast. */
const mostBytes = 1_500_000;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(app.origin);
    await expectStep(page, 'Experience Platform');
    const film = await filmFlow(browser, page, `mycluster-${colorScheme}`);
    if (film.length > mostBytes) throw new Error(`The film has ${film.length} bytes.`);
    await writeFile(join(folder, `flow-${colorScheme}.webp`), film);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(folder, `connection-${colorScheme}.png`), animations: 'disabled' });
    await context.close();
  }
} finally {
  await browser.close();
  await app.close();
}
