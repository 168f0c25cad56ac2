import { chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import { addNameHelper } from './add-name-helper.ts';
import { median } from './percentile.ts';
import { printTable } from './print-table.ts';
import { slowDown, slowNetwork } from './slow-down.ts';
import { operationCount, startSwaggerUi } from './swagger-ui.ts';
import { type Load, watchLoad } from './watch-load.ts';

/**
 * Part of `npm run bench`: compares how the first step and Swagger UI with the same operations load, alternating and
 * without a cache. Usable means that the four fields accept input, or that all operations are listed. What is typed into
 * the fields before the script has drawn them is kept (e2e/tests/wizard/first-page.spec.ts).
 */
const rounds = 7;

const aims = {
  fast: {
    usable: 'at most 0.25',
    scripted: 'at most 0.55',
    largestPaint: 'at most 0.30',
    blocked: '',
    shift: '0',
  },
  slow: {
    usable: 'at most 0.20',
    scripted: 'at most 0.40',
    largestPaint: 'at most 0.20',
    blocked: 'at most 1.00',
    shift: '0',
  },
} as const;

const app = await startOwnApp({});
const swaggerUi = await startSwaggerUi();
const browser = await chromium.launch(chromiumOptions());
const pages = [
  {
    url: `${app.origin}/connect/platform`,
    usable: { selector: '#app input:enabled', count: 4, scripted: '#app:not([data-waiting]) input:enabled' },
  },
  {
    url: swaggerUi.origin,
    usable: { selector: '.opblock', count: operationCount, scripted: '.opblock' },
  },
] as const;
try {
  for (const isSlow of [false, true]) {
    const loads: Load[][] = pages.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, { url, usable }] of pages.entries())
        loads[index]?.push(await load(url, usable, isSlow));
    }
    const aim = isSlow ? aims.slow : aims.fast;
    const name = isSlow ? 'phone: processor 4 times slower, 1.6 Mbit/s, 150 ms' : 'this machine';
    const rows = [
      row('usable', 'usable', loads, toMilliseconds, aim.usable),
      row('hydrated', 'scripted', loads, toMilliseconds, aim.scripted),
      row('largest paint (LCP)', 'largestPaint', loads, toMilliseconds, aim.largestPaint),
      row('blocking time (TBT)', 'blocked', loads, toMilliseconds, aim.blocked),
      row('layout shift (CLS)', 'shift', loads, (shift) => shift.toFixed(3).replace('0.000', '0'), aim.shift),
      row('requests until hydrated', 'requests', loads, String, ''),
      row('sent until hydrated', 'bytes', loads, (bytes) => `${Math.round(bytes / 1000)} kB`, ''),
    ];
    printTable([`${name}, median of ${rounds}`, 'wizard', 'Swagger UI', 'ratio', 'aim'], rows);
  }
} finally {
  await browser.close();
  swaggerUi.close();
  await app.close();
}

async function load(url: string, usable: (typeof pages)[number]['usable'], isSlow: boolean): Promise<Load> {
  const page = await browser.newPage();
  await addNameHelper(page);
  await page.addInitScript(watchLoad, usable);
  if (isSlow) {
    await slowDown(page, 4);
    await slowNetwork(page);
  }
  await page.goto(url, { waitUntil: 'networkidle' });
  const result = await page.evaluate(() => window.readLoad());
  await page.close();
  return result;
}

function row(
  label: string,
  key: keyof Load,
  loads: readonly (readonly Load[])[],
  print: (value: number) => string,
  aim: string,
): string[] {
  const [own = Number.NaN, other = Number.NaN] = loads.map((some) => median(some.map((one) => one[key])));
  return [label, print(own), print(other), other === 0 ? '' : (own / other).toFixed(2), aim];
}

function toMilliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}
