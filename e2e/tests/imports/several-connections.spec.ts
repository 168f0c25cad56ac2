import { type Page, expect, test } from '@playwright/test';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { importDialog, pasteIntoDialog } from '../../support/wizard/import-dialog.ts';
import { field, goToPhoenix, press } from '../../support/wizard/wizard.ts';

const bodyOf = (name: string, host: string, params: object = {}) => ({
  name,
  auth: { specName: 'Basic Authentication', params: { host, port: 443, ...params } },
  connectionSpec: phoenix.connectionSpec,
});

async function choose(page: Page, option: string) {
  await importDialog(page).getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function pasteConnections(page: Page, bodies: readonly object[]) {
  await pasteIntoDialog(page, 'Paste a connection string', JSON.stringify(bodies));
  await expect(importDialog(page).getByRole('button', { name: 'Connection' })).toBeVisible();
}

test('a choice among connections with the same name says what is shown then', async ({ page }) => {
  await goToPhoenix(page);
  await pasteConnections(page, [
    bodyOf('Sales', 'a.example'),
    bodyOf('Sales', 'b.example', { username: 'reader' }),
  ]);
  const status = importDialog(page).getByRole('status');
  await expect(status).toHaveText('');
  await choose(page, 'Sales (b.example)');
  // The port is the one that the form has.
  await expect(status).toHaveText('Showing Sales (b.example). 3 fields will be filled in.');
  await choose(page, 'Sales (a.example)');
  await expect(status).toHaveText('Showing Sales (a.example). 2 fields will be filled in.');
  await choose(page, 'Sales (b.example)');
  await press(page, 'Apply');
  await expect(field(page, 'Host')).toHaveValue('b.example');
});

test('a value that was not selected is selected again for another connection', async ({ page }) => {
  await goToPhoenix(page);
  await pasteConnections(page, [bodyOf('Sales', 'a.example'), bodyOf('Stock', 'b.example')]);
  const host = importDialog(page).getByRole('checkbox', { name: 'Fill in Host' });
  await host.press('Space');
  await expect(host).not.toBeChecked();
  // The same connection has the same values.
  await choose(page, 'Sales');
  await expect(host).not.toBeChecked();
  await choose(page, 'Stock');
  await expect(host).toBeChecked();
  await press(page, 'Apply');
  await expect(field(page, 'Host')).toHaveValue('b.example');
});
