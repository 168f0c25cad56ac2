import { expect, test } from '@playwright/test';
import { serveOddAnswers } from '../../support/failures/odd-service.ts';
import { watchCommits } from '../../support/measure/watch-commits.ts';
import { watchFirstRow } from '../../support/measure/watch-first-row.ts';
import { expectTest, givenConnection, openConnection, tableRow } from '../../support/wizard/connections.ts';

test('1,200 tables are drawn as a window of rows, with no more work than 12 tables', async ({ page }) => {
  const given = await givenConnection('mycluster.azurehdinsight.net');
  await page.addInitScript(watchCommits);
  await page.addInitScript(watchFirstRow);
  const answers = await serveOddAnswers(page);
  let release = () => {};
  await page.route(/objectType=root/, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.fallback();
  });
  for (const count of [12, 1200]) {
    answers.tables = Array.from({ length: count }, (_, place) => {
      const name = `RETAIL.VIEW_${String(place + 1).padStart(4, '0')}`;
      return { type: 'table', name, path: name, canPreview: true, canFetchSchema: true };
    });
    const isAsked = page.waitForRequest(/objectType=root/);
    await openConnection(page, given);
    await expectTest(page, 'Passed');
    await isAsked;
    await page.evaluate(() => {
      window.commits = [];
    });
    release();
    await expect(tableRow(page, 'RETAIL.VIEW_0001')).toBeVisible();
    await expect(page.getByText(`${count.toLocaleString('en-US')} tables.`)).toBeVisible();
    const milliseconds = await page.evaluate(() => window.firstRow);
    const commits = await page.evaluate(() => window.commits.length);
    process.stdout.write(
      `${count} tables are on the page ${Math.round(milliseconds)} ms after their answer, ${commits} commits.\n`,
    );
    // The browser draws what fits into the list. The rest waits until the user scrolls.
    expect(await page.getByRole('grid', { name: 'Tables' }).getByRole('row').count()).toBeLessThan(40);
    expect(commits).toBeLessThanOrEqual(8);
  }
});
