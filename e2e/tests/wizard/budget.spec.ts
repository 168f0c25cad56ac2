import { gzipSync } from 'node:zlib';
import { type Page, expect, test } from '@playwright/test';
import { watchCommits } from '../../support/measure/watch-commits.ts';
import {
  expectStep,
  field,
  goOnToReview,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  showPresetFields,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

const budgetBytes = 195_000;

/** Page, style sheet, font, script, its loader, React, environment, icon, and the list of scenarios. */
const budgetRequests = 9;

const credentialFields = ['API key', 'Organization ID', 'Access token'];

const phoenixFields = [
  'Connection name',
  'Description (optional)',
  'Host',
  'Port',
  'HTTP path',
  'Username',
  'Password',
];

declare global {
  interface Window {
    /** Milliseconds after the page was requested, set by a script of this test. */
    usableAt?: number;
  }
}

test('the first step loads at most 195 kB of compressed JavaScript in nine requests', async ({ page }) => {
  // The time is recorded in the page itself, because idle-time prefetching starts right after it and does not count.
  await page.addInitScript((labels) => {
    const observer = new MutationObserver(() => {
      const inputs = [...document.querySelectorAll('input')].filter(({ disabled }) => !disabled);
      const present = new Set(
        inputs.flatMap((input) => [...(input.labels ?? [])].map((label) => label.textContent)),
      );
      // The server draws the fields first. They are counted when the script has taken over.
      if (!labels.every((label) => present.has(label)) || document.querySelector('[data-waiting]') !== null)
        return;
      window.usableAt = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  }, credentialFields);
  await openWizard(page);
  await page.waitForFunction(() => window.usableAt !== undefined);

  const urls = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ startTime }) => startTime <= (window.usableAt ?? 0))
      .map(({ name }) => name),
  );
  expect(urls.length).toBeLessThanOrEqual(budgetRequests);
  const scripts = urls.filter((url) => new URL(url).pathname.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  let bytes = 0;
  for (const url of scripts) {
    const answer = await page.request.get(url);
    expect(answer.headers()['content-type']).toContain('javascript');
    expect(answer.headers()['content-encoding']).toBe('br');
    const body = await answer.body();
    // What the build compressed is what it wrote.
    const plain = await page.request.get(url, { headers: { 'accept-encoding': 'identity' } });
    expect(body.equals(await plain.body())).toBe(true);
    bytes += gzipSync(body).length;
  }
  test.info().annotations.push({
    type: 'JavaScript until the first step is usable',
    description: `${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.length} files, ${urls.length} requests`,
  });
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});

test('the code of the next pages is there before the user goes on', async ({ page }) => {
  await openWizard(page);
  await useDemoCredentials(page);
  // The code of the tables is prefetched last.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/Tables-')),
  );
  const late: string[] = [];
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) late.push(request.url());
  });
  await goOnToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  expect(late).toEqual([]);
});

test('a key press renders only its own field, once', async ({ page }) => {
  await page.addInitScript(watchCommits);
  await page.clock.install();
  await openWizard(page);
  await stopTime(page);
  for (const label of [...credentialFields, 'Sandbox']) await expectOnlyItselfDrawn(page, label);
  await page.clock.resume();
  await page.reload();
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await showPresetFields(page);
  await stopTime(page);
  for (const label of phoenixFields) await expectOnlyItselfDrawn(page, label);
});

/** Stops the clock and moves the pointer away, so that every render is caused by a key. */
async function stopTime(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
}

async function expectOnlyItselfDrawn(page: Page, label: string): Promise<void> {
  const input = field(page, label);
  const name = await input.getAttribute('name');
  await input.focus();
  for (const key of '12') {
    await page.evaluate(() => {
      window.commits = [];
    });
    await page.keyboard.press(key);
    const commits = await page.evaluate(() => window.commits);
    // React also commits without rendering an input, for example for late content in another part of the page.
    const drawn = commits.map(({ inputs }) => inputs).filter((inputs) => inputs.length > 0);
    expect(drawn, label).toEqual([[name]]);
  }
}
