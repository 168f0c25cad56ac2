import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { openWizard } from '../support/wizard.ts';

const budgetBytes = 215_000;
const credentialFields = ['API key', 'Organization ID', 'Access token'];

declare global {
  interface Window {
    /** Milliseconds after the page was asked for, set by the script of this test. */
    usableAt?: number;
  }
}

test('the first step takes at most 215 kB of JavaScript, compressed', async ({ page }) => {
  // Noted in the page itself: what is fetched ahead in idle time begins right after, and does not count.
  await page.addInitScript((labels) => {
    const observer = new MutationObserver(() => {
      const inputs = [...document.querySelectorAll('input')].filter(({ disabled }) => !disabled);
      const present = new Set(
        inputs.flatMap((input) => [...(input.labels ?? [])].map((label) => label.textContent)),
      );
      if (!labels.every((label) => present.has(label))) return;
      window.usableAt = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  }, credentialFields);
  await openWizard(page);
  await page.waitForFunction(() => window.usableAt !== undefined);

  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= (window.usableAt ?? 0))
      .map(({ name }) => name)
      .filter((url) => new URL(url).pathname.endsWith('.js')),
  );
  expect(scripts.length).toBeGreaterThan(0);
  let bytes = 0;
  for (const url of scripts) {
    const answer = await page.request.get(url);
    expect(answer.headers()['content-type']).toContain('javascript');
    bytes += gzipSync(await answer.body()).length;
  }
  test.info().annotations.push({
    type: 'JavaScript until step one is usable',
    description: `${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.length} files`,
  });
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});
