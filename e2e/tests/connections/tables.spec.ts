import { expect, test } from '@playwright/test';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import {
  expectTable,
  givenConnection,
  goToConnection,
  openConnection,
  tabTo,
  tableRow,
} from '../../support/wizard/connections.ts';
import { mycluster, press } from '../../support/wizard/wizard.ts';

const eventColumns = ['EVENT_ID', 'KIND', 'AT'];

test('scrolling shows more of 10,000 tables, and typing finds one', async ({ page }) => {
  await openConnection(page, await givenConnection('many-tables.example'));
  const list = page.getByRole('grid', { name: 'Tables' });
  await expect(tableRow(page, 'ARCHIVE.EVENTS_00001')).toBeVisible();
  for (const number of ['00201', '00401']) {
    await expect(async () => {
      // A row is 40 pixels high.
      await list.evaluate((element, top) => element.scrollTo(0, top), (Number(number) - 4) * 40);
      await expect(tableRow(page, `ARCHIVE.EVENTS_${number}`)).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  await expect(page.getByText('10,000 tables.')).toBeVisible();
  await tabTo(page, 'searchbox', 'Search tables');
  await page.keyboard.type('events_08765');
  await expect(page.getByText('1 of 10,000 tables.')).toBeVisible();
  await tabTo(page, 'row', 'ARCHIVE.EVENTS_08765');
  await page.keyboard.press('Enter');
  await expectTable(page, 'ARCHIVE.EVENTS_08765', eventColumns);
  const columns = page.getByRole('table', { name: 'Columns' }).getByRole('row');
  await expect(columns.nth(3).getByRole('cell')).toHaveText(['AT', 'string', 'date-time']);
});

test('tables with unusual names can be opened, and no name makes the page scroll sideways at 400%', async ({
  page,
}) => {
  const given = await givenConnection('unusual-names.example');
  const { service, caller, id } = given;
  await openConnection(page, given);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const { path } of (await service.exploreRoot(caller.sandbox, id)).items) {
    const { schema } = await service.exploreTable(caller.sandbox, id, path);
    await page.getByRole('searchbox').fill(path.trim());
    await page.getByRole('grid', { name: 'Tables' }).getByRole('row').first().click();
    // The last heading is the table's, because the requests that follow are above it.
    await expect(page.getByRole('heading', { level: 3 }).last()).toHaveText(path, { useInnerText: true });
    await expect(page.getByRole('table', { name: 'Columns' }).getByRole('row')).toHaveCount(
      schema.columns.length + 1,
    );
    await press(page, 'Copy object path');
    await expect(page.getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(path);
  }

  await page.getByRole('searchbox').fill('');
  await tableRow(page, '"../../ETC"').click();
  await expect(page.getByRole('table', { name: 'Sample rows' })).toBeVisible();
  await expectRoomAt400(page, 'a wide table');
});

test('a search without matches says so, and clearing it shows all tables. Without tables there is no search', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  const empty = await givenConnection('no-tables.example', 'Empty', given.caller);
  await openConnection(page, given);
  await page.getByRole('searchbox').fill('nothing like it');
  await expect(page.getByText('No matches in 12 tables.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page.getByText('12 tables.', { exact: true })).toBeVisible();

  await goToConnection(page, empty);
  await expect(page.getByText('The database has no tables.')).toBeVisible();
});
