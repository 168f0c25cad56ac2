import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import { watchCommits } from '../support/measure/watch-commits.ts';
import {
  expectStep,
  field,
  openWizard,
  press,
  useDemoCredentials,
  showPresetFields,
} from '../support/wizard/wizard.ts';
import { addNameHelper } from './add-name-helper.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';
import { slowDown } from './slow-down.ts';
import { watchKeys } from './watch-keys.ts';

/**
 * Part of `npm run bench`: the time from a key press to its letter on the page, and the inputs that React renders
 * again.
 */
const aims = { 1: 16, 4: 50 } as const;

const platformFields = {
  'API key': '8b1f0c5d2e7a4963b0f1c2d3e4a59687',
  // The ID is too short, so that the sandboxes are not listed yet.
  'Organization ID': '0123456789ABCDEF0123456@AdobeOrg',
  'Access token': 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln',
  Sandbox: 'production-of-the-marketing-team',
};
const phoenixFields = {
  'Connection name': 'Orders of all regions, since 2019',
  'Description (optional)': 'What the shops sold, every night',
  Host: 'orders-of-all-regions.example.com',
  Port: '443443443443443443443443443443443',
  'HTTP path': '/gateway/default/hbasephoenix0/avatica',
  Username: 'reader-of-orders@example.com',
  Password: 'correct horse battery staple',
};

interface Typing {
  readonly durations: number[];
  readonly commits: number[];
  /** The names of the inputs that were rendered again, except for the one typed into. */
  readonly others: Set<string>;
}

const app = await startOwnApp({});
// Turns off the wait for the next screen refresh, which the page does not cause.
const { args, ...options } = chromiumOptions();
const browser = await chromium.launch({
  ...options,
  args: [...args, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});
try {
  for (const slowness of [1, 4] as const) {
    const page = await browser.newPage({ baseURL: app.origin });
    await addNameHelper(page);
    await page.addInitScript(watchCommits);
    await page.addInitScript(watchKeys);
    await openWizard(page);
    await slowDown(page, slowness);
    const rows = [];
    for (const [label, text] of Object.entries(platformFields)) rows.push(await row(page, label, text));
    await page.reload();
    await useDemoCredentials(page);
    rows.push(['Sandbox, as a list', ...(await row(page, 'Sandbox', 'production')).slice(1)]);
    await page.reload();
    await useDemoCredentials(page);
    await press(page, 'Continue');
    await expectStep(page, 'Phoenix');
    await showPresetFields(page);
    for (const [label, text] of Object.entries(phoenixFields)) rows.push(await row(page, label, text));
    const name = slowness === 1 ? 'at full speed' : `${slowness} times slower`;
    printTable(
      [`keys, processor ${name}`, 'p50', `p95 (aim: ${aims[slowness]} ms)`, 'commits', 'other fields drawn'],
      rows,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await app.close();
}

async function row(page: Page, label: string, text: string): Promise<string[]> {
  const { durations, commits, others } = await type(page, label, text);
  return [
    label,
    ...[0.5, 0.95].map((share) => `${percentile(durations, share).toFixed(1)} ms`),
    (commits.reduce((sum, one) => sum + one, 0) / commits.length).toFixed(2),
    [...others].join(', ') || 'none',
  ];
}

async function type(page: Page, label: string, text: string): Promise<Typing> {
  const typing: Typing = { durations: [], commits: [], others: new Set() };
  const input = field(page, label);
  await input.fill('');
  // The field under the pointer would also be rendered for the pointer.
  await page.mouse.move(0, 0);
  const name = (await input.getAttribute('name')) ?? '';
  for (const letter of text) {
    await page.evaluate(() => {
      window.commits = [];
    });
    await page.keyboard.press(letter);
    typing.durations.push(await page.evaluate(() => window.painted));
    const commits = await page.evaluate(() => window.commits);
    typing.commits.push(commits.length);
    for (const { inputs } of commits)
      for (const other of inputs) if (other !== name) typing.others.add(other);
  }
  return typing;
}
