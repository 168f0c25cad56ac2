import { chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { watchFirstRow } from '../support/measure/watch-first-row.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import {
  expectStep,
  fillPhoenix,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../support/wizard/wizard.ts';
import { median } from './percentile.ts';

/**
 * `npm run bench`: the time from the answer with 10,000 tables to their first rows. `npm start` serves the built
 * page. Each round uses a new connection, because the page reads its tables only once.
 */
const rounds = 9;

/** The target in milliseconds. */
const aim = 250;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage({ baseURL: app.origin });
await page.addInitScript(watchFirstRow);
const durations: number[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('/');
    await useDemoCredentials(page);
    await press(page, 'Continue');
    await expectStep(page, 'Phoenix');
    await fillPhoenix(page, { host: 'many-tables.example', username: 'admin', password: 'any' });
    await press(page, 'Continue');
    await expectStep(page, 'Review');
    await press(page, 'Create connection');
    await readConnectionId(page);
    durations.push(await page.evaluate(() => window.firstRow));
  }
} finally {
  await browser.close();
  await app.close();
}

process.stdout.write(
  `\nFirst rows of 10,000 tables after the last byte of the answer, ${rounds} connections: ` +
    `median ${Math.round(median(durations))} ms, slowest ${Math.round(Math.max(...durations))} ms (aim: ${aim} ms)\n`,
);
