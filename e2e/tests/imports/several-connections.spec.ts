import { type Locator, type Page, expect, test } from '@playwright/test';
import { mysql } from '../../../src/sources/catalog/mysql.ts';
import { oracle } from '../../../src/sources/catalog/oracle.ts';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoom } from '../../support/measure/layout.ts';
import { importDialog, pasteIntoDialog } from '../../support/wizard/import-dialog.ts';
import { chooseOption, expectStep, field, goToPhoenix, press } from '../../support/wizard/wizard.ts';

const bodyOf = (name: string, host: string, params: object = {}) => ({
  name,
  auth: { specName: 'Basic Authentication', params: { host, port: 443, ...params } },
  connectionSpec: phoenix.connectionSpec,
});

const choose = (page: Page, option: string, menu = 'Connection') =>
  chooseOption(importDialog(page), menu, option);

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

test('a connection of another source is chosen before the source is changed', async ({ page }) => {
  const ofOracle = (host: string) => ({
    name: 'Orders',
    auth: { specName: 'Basic Authentication', params: { server: host, port: '1521' } },
    connectionSpec: oracle.connectionSpec,
  });
  const ofMysql = (host: string) => ({
    name: 'Sales',
    auth: {
      specName: mysql.authMethods[0].specName,
      params: { connectionString: `Server=${host};Port=3306;Database=d;UID=u;PWD=secret-1` },
    },
    connectionSpec: mysql.connectionSpec,
  });
  await goToPhoenix(page);
  await pasteIntoDialog(
    page,
    'Paste a connection string',
    JSON.stringify([ofOracle('a.example'), ofOracle('b.example')]),
  );
  await expect(importDialog(page)).toContainText('This text is for Oracle.');
  await expect(importDialog(page).getByRole('button', { name: 'Connection' })).toBeFocused();
  await choose(page, 'Orders (b.example)');
  await expectNoViolations(page, 'the choice of a connection of another source');
  await press(page, 'Change source to Oracle');
  await expectStep(page, 'Oracle');
  await expect(field(page, 'Server')).toHaveValue('b.example');
  await expect(page.getByText('Only the chosen Oracle connection is imported.')).toBeVisible();

  // A source with one connection leaves nothing to choose.
  const all = [ofMysql('c.example'), ofMysql('d.example'), bodyOf('Logs', 'e.example')];
  await pasteIntoDialog(page, 'Paste a connection string', JSON.stringify(all));
  await expect(importDialog(page).getByRole('button', { name: 'Connection' })).toHaveCount(1);
  await choose(page, 'Sales (d.example)', 'Connection for MySQL');
  await press(page, 'Change source to MySQL');
  await expectStep(page, 'MySQL');
  await expect(field(page, 'Server')).toHaveValue('d.example');
});

test('on a phone, connections with long names are chosen without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const long = 'Connection to the warehouse of the northern region '.repeat(3).trim();
  const unbroken = 'warehouse_of_the_northern_region_'.repeat(5);
  const host = (place: string) => `${place}.${'very-long-name-of-a-cluster.'.repeat(4)}example`;
  const bodies = [bodyOf(long, host('a')), bodyOf(long, host('b')), bodyOf(unbroken, host('c'))];
  await goToPhoenix(page);
  await pasteConnections(page, bodies);
  await expectRoom(page, 'the choice of a connection');
  const menu = importDialog(page).getByRole('button', { name: 'Connection' });
  await menu.click();
  await expect(page.getByRole('option')).toHaveText([
    `${long} (${host('a')})`,
    `${long} (${host('b')})`,
    unbroken,
  ]);
  await expectRoom(page, 'the open menu');
  // What is broken into lines does not scroll sideways in the list.
  for (const option of await page.getByRole('option').all()) {
    await expectInside(page, option);
    expect(await option.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }
  await page.getByRole('option', { name: `${long} (${host('b')})`, exact: true }).click();
  await expect(importDialog(page).getByRole('cell', { name: host('b') })).toBeVisible();
  await expectRoom(page, 'another connection');
  // The heading is in one line, although another column has a long value.
  const heading = await importDialog(page).getByRole('columnheader', { name: 'Current' }).boundingBox();
  expect(heading?.height).toBeLessThan(50);
  const controls = importDialog(page)
    .getByRole('button')
    .or(importDialog(page).locator('label:has(input[type=checkbox])'));
  for (const control of await controls.all()) {
    await control.scrollIntoViewIfNeeded();
    await expectInside(page, control);
  }
  await press(page, 'Start over');
  const ofOther = bodies.map((body) => ({ ...body, connectionSpec: mysql.connectionSpec }));
  await importDialog(page).getByRole('textbox').fill(JSON.stringify(ofOther));
  await press(page, 'Import');
  await expect(importDialog(page).getByRole('button', { name: 'Change source to MySQL' })).toBeVisible();
  await expectRoom(page, 'the choice of a connection of another source');
});

/** Expects that the whole width of something is on the screen. */
async function expectInside(page: Page, shown: Locator) {
  await expect(shown).toBeInViewport();
  const box = await shown.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
