import { readFile } from 'node:fs/promises';
import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { openAs, requestFor, tabTo } from '../../support/wizard/connections.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { chooseOption, expectStep, field, press } from '../../support/wizard/wizard.ts';

const formats = [
  ['JSON', 'connections.json'],
  ['curl commands', 'create-connections.sh'],
  ['Postman collection', 'connections.postman_collection.json'],
  ['Python script', 'create_connections.py'],
] as const;

async function givenConnections(names: readonly string[]) {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  for (const [place, name] of names.entries()) {
    await service.createConnection(caller.sandbox, requestFor(`host-${place}.example`, name));
  }
  return caller;
}

async function download(page: Page) {
  const downloading = page.waitForEvent('download');
  await press(page, 'Download');
  const file = await downloading;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('the found connections are exported in each format, and imported again', async ({ page }) => {
  const caller = await givenConnections(['Sales', 'It\'s $HOME "quoted"', 'Sales archive']);
  await openAs(page, caller, '/connections?search=sales');
  await tabTo(page, 'link', 'Export connections');
  await page.keyboard.press('Enter');
  await expectStep(page, 'Export connections');
  await expect(page.getByText('2 of 3 connections selected.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByText('3 connections selected.')).toBeVisible();
  await page.getByRole('searchbox').fill('sales');
  const texts: string[] = [];
  for (const [label, fileName] of formats) {
    await chooseOption(page, 'Format', label);
    await expect(page.getByRole('region', { name: `Connections as ${label}` })).toContainText(
      'Sales archive',
    );
    const { name, text } = await download(page);
    expect(name).toBe(fileName);
    expect(text).toContain('SALES_ARCHIVE_PASSWORD');
    expect(text).not.toMatch(/correct horse|quoted/);
    texts.push(text);
  }
  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  for (const text of texts) {
    await press(page, 'Paste a connection string');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(text);
    await press(page, 'Import');
    await expect(dialog.getByText('This text has 2 connections.')).toBeVisible();
    await expect(dialog.getByRole('cell', { name: 'host-2.example' })).toBeVisible();
    await chooseOption(dialog, 'Connection', 'Sales');
    await expect(dialog.getByRole('cell', { name: 'host-0.example' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  // The choice is the one that is applied.
  await press(page, 'Paste a connection string');
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(texts[0] ?? '');
  await press(page, 'Import');
  await chooseOption(page.getByRole('dialog'), 'Connection', 'Sales');
  await expectNoViolations(page, 'the choice of a connection');
  await press(page, 'Apply');
  await expect(field(page, 'Connection name')).toHaveValue('Sales');
  await expect(field(page, 'Host')).toHaveValue('host-0.example');
});

test('accessible: an export, in light and dark, and on a phone', async ({ page }) => {
  const caller = await givenConnections(['Sales']);
  await openAs(page, caller, '/connections/export');
  await expect(page.getByText('1 connection selected.')).toBeVisible();
  await expectNoViolations(page, 'an export');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectRoomAt400(page, 'an export');
  await page.getByRole('searchbox').fill('no such');
  await expect(page.getByText('No matches in 1 connection.')).toBeVisible();
});

test('an export without all connections says so, and of how many', async ({ page }) => {
  const caller = await givenConnections(['Sales', 'Stock']);
  await page.route(/\/connections\?.*limit=100/, async (route) => {
    const isNext = route.request().url().includes('continuationToken=');
    if (isNext) return route.fulfill({ status: 403, json: {} });
    const answer = await route.fetch();
    const { items } = Object(await answer.json());
    const href = '/flowservice/connections?continuationToken=next';
    return route.fulfill({ json: { items: [items[0], { odd: true }], _links: { next: { href } } } });
  });
  await openAs(page, caller, '/connections/export');
  await expect(page.getByText('The export is incomplete')).toBeVisible();
  await expect(
    page.getByText(
      'Only the newest 1 of 2 connections could be loaded. 1 connection is not shown because it could not be read.',
    ),
  ).toBeVisible();
  await expect(page.getByText('1 connection selected.')).toBeVisible();
  const { text } = await download(page);
  expect(JSON.parse(text).items).toHaveLength(1);
});
