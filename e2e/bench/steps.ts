import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import {
  expectStep,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  useDemoCredentials,
} from '../support/wizard/wizard.ts';
import { addNameHelper } from './add-name-helper.ts';
import { median } from './percentile.ts';
import { printTable } from './print-table.ts';
import { slowDown } from './slow-down.ts';
import { watchSteps } from './watch-steps.ts';

/** Part of `npm run bench`: the time from a click to the next step. The code of the other pages is already loaded. */
const rounds = 7;

const speeds = [1, 4] as const;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
const times = new Map<string, number[][]>();
try {
  for (const [column, slowness] of speeds.entries()) {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ baseURL: app.origin });
      await addNameHelper(page);
      await page.addInitScript(watchSteps);
      await openWizard(page);
      await useDemoCredentials(page);
      await page.waitForLoadState('networkidle');
      await slowDown(page, slowness);
      await step(page, column, 'Continue', 'Phoenix');
      await fillPhoenix(page, mycluster);
      await step(page, column, 'Continue', 'Review');
      await step(page, column, 'Back', 'Phoenix');
      await step(page, column, 'Back', 'Experience Platform');
      await page.close();
    }
  }
} finally {
  await browser.close();
  await app.close();
}
printTable(
  [`from step to step, median of ${rounds}`, 'at full speed', '4 times slower'],
  [...times].map(([way, columns]) => [way, ...columns.map((some) => `${Math.round(median(some))} ms`)]),
);

async function step(page: Page, column: number, button: string, heading: string): Promise<void> {
  await press(page, button);
  await expectStep(page, heading);
  const way = `${button} to ${heading}`;
  const columns = times.get(way) ?? speeds.map(() => []);
  columns[column]?.push(await page.evaluate(() => window.stepped));
  times.set(way, columns);
}
