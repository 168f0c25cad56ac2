import { expect, test } from '@playwright/test';
import { openAs } from '../../support/wizard/connections.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { serveOddAnswers } from '../../support/failures/odd-service.ts';
import { expectStep, openWizard, press } from '../../support/wizard/wizard.ts';

for (const width of [390, 1280]) {
  test(`the buttons of the import stay in view after a paste of 1 MB: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    await openWizard(page);
    for (const text of ['x'.repeat(1_000_000), 'line\n'.repeat(3_900), 'line\n'.repeat(200_000)]) {
      await press(page, 'Import credentials');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').evaluate((box, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', pasted);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
      await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/./);
      for (const name of ['Import', 'Choose file', 'Start over', 'Cancel']) {
        await expect(dialog.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
      }
      await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(dialog).toHaveCount(0);
    }
  });
}

test('a name of 500 characters takes two lines, and all of them on request', async ({ page }) => {
  const id = crypto.randomUUID();
  const name = 'Sales of all regions. '.repeat(23).slice(0, 500).trim();
  const path = `RETAIL.${'ORDERS_'.repeat(70)}`;
  const answers = await serveOddAnswers(page);
  Object.assign(answers, {
    connection: { items: [{ id, name }] },
    test: { result: true },
    tables: [{ path }, { path: 'SHORT' }],
    table: { schema: { columns: [] } },
  });
  await openAs(page, await getOwnCredentials(), `/connections/${id}`);
  await expectStep(page, name);
  const heading = page.getByRole('heading', { level: 1 });
  const lines = (target: typeof heading) =>
    target.evaluate(
      (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight),
    );
  expect(await lines(heading)).toBeCloseTo(2, 0);
  await press(page, 'Show all');
  expect(await lines(heading)).toBeGreaterThan(3);
  await press(page, 'Show less');
  expect(await lines(heading)).toBeCloseTo(2, 0);

  await page.getByRole('row', { name: path, exact: true }).click();
  const table = page.getByRole('heading', { level: 3, name: path, exact: true });
  await expect(table).toBeFocused();
  expect(await lines(table)).toBeCloseTo(2, 0);
  await expect(page.getByRole('button', { name: 'Show all', exact: true })).toHaveCount(2);
  await page.getByRole('row', { name: 'SHORT', exact: true }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'SHORT', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show all', exact: true })).toHaveCount(1);
});
