import { gzipSync } from 'node:zlib';
import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import {
  expectStep,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../support/wizard/wizard.ts';
import { printTable } from './print-table.ts';

/** Part of `npm run bench`: the code that each page loads on the way through all pages. */
const aim = 200_000;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage({ baseURL: app.origin });
// Prefetching is off, so that each page loads its own code.
await page.addInitScript('window.requestIdleCallback = () => 0');
const seen = new Set<string>();
const totals = { '.js': 0, '.css': 0 };
const rows: string[][] = [];
try {
  await openWizard(page);
  await note('/connect/platform', `at most ${aim / 1000} kB`);
  await useDemoCredentials(page);
  await note('its list of sandboxes', '');
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, mycluster);
  await note('/connect/phoenix', '');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await note('/connect/review', '');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await page.waitForLoadState('networkidle');
  await note('/connections/{id}', '');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.waitForLoadState('networkidle');
  await note('/connections', '');
  printTable(['page', 'JavaScript', 'so far', 'aim', 'CSS', 'files', 'requests'], rows);
} finally {
  await browser.close();
  await app.close();
}

/** Counts the gzip size of everything that was loaded since the previous page. */
async function note(name: string, aimed: string): Promise<void> {
  const urls = await fetchedUrls(page);
  const fresh = urls.filter((url) => !seen.has(url));
  const added = { '.js': 0, '.css': 0 };
  let files = 0;
  for (const url of fresh) {
    seen.add(url);
    const kind = /\.(?:js|css)$/.exec(new URL(url).pathname)?.[0];
    if (kind !== '.js' && kind !== '.css') continue;
    added[kind] += gzipSync(await (await page.request.get(url)).body()).length;
    files += 1;
  }
  totals['.js'] += added['.js'];
  rows.push([
    name,
    toKb(added['.js']),
    toKb(totals['.js']),
    aimed,
    toKb(added['.css']),
    String(files),
    String(fresh.length),
  ]);
}

async function fetchedUrls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type).map(({ name }) => name)),
  );
}

function toKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
