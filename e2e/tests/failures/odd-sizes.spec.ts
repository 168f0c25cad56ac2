import { type Page, expect, test } from '@playwright/test';
import { openAs } from '../../support/wizard/connections.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectNoFreeze, typeInto } from '../../support/measure/longest-task.ts';
import { serveOddAnswers } from '../../support/failures/odd-service.ts';
import { expectStep, field, fillCaller, openWizard, press } from '../../support/wizard/wizard.ts';

const id = crypto.randomUUID();

function many<Item>(count: number, make: (place: number) => Item): Item[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

/** Opens the page of a connection whose database has the tables of the answer. */
async function openTables(page: Page, tables: unknown) {
  const answers = await serveOddAnswers(page);
  Object.assign(answers, { connection: { items: [{ id }] }, test: { result: true }, tables });
  await openAs(page, await getOwnCredentials(), `/connections/${id}`);
  await expectStep(page, '(no name)');
  return answers;
}

test('a table with 3,000 columns is shown in parts, and each column can be found by name', async ({
  page,
}) => {
  const names = many(3000, (place) => `COLUMN_${place}`);
  const answers = await openTables(page, [{ path: 'WIDE' }]);
  answers.table = {
    schema: { columns: names.map((name) => ({ name, type: 'string' })) },
    data: many(30, (row) => Object.fromEntries(names.map((name, place) => [name, `${row} of ${place}`]))),
  };
  const columns = page.getByRole('table', { name: 'Columns' });
  await expectNoFreeze(page, async () => {
    await page.getByRole('row', { name: 'WIDE', exact: true }).click();
    await expect(page.getByText('3,000 columns, and the first 20 of 30 sample rows.')).toBeVisible();
    await expect(page.getByText('Columns 1 to 50 of 3,000.')).toBeVisible();
    await expect(columns.getByRole('row')).toHaveCount(51);
    await expect(page.getByRole('table', { name: 'Sample rows' }).getByRole('cell')).toHaveCount(50 * 20);

    await press(page, 'Next columns');
    await expect(page.getByText('Columns 51 to 100 of 3,000.')).toBeVisible();
    await expect(columns.getByRole('row').nth(1)).toContainText('COLUMN_50');
    await typeInto(page.getByRole('searchbox', { name: 'Search columns' }), 'column_2999');
    await expect(columns.getByRole('row').nth(1)).toContainText('COLUMN_2999');
    await expect(page.getByRole('table', { name: 'Sample rows' })).toContainText('19 of 2999');
    await press(page, 'Show request for Create a source connection');
    await expect(page.getByText(/^Showing the first 20,000 of [\d,]+ characters\.$/)).toBeVisible();
  });
});

test('with tens of thousands of tables, the page says that those after 20,000 are not shown', async ({
  page,
}) => {
  await expectNoFreeze(page, async () => {
    await openTables(
      page,
      many(40_000, (place) => ({ name: `TABLE_${place}`, path: `TABLE_${place}`, type: 'table' })),
    );
    await expect(
      page.getByText('20,000 tables. 20,000 tables are not shown because they could not be read.'),
    ).toBeVisible();
    await typeInto(page.getByRole('searchbox', { name: 'Search tables' }), 'table_19999');
    await expect(page.getByRole('row', { name: 'TABLE_19999', exact: true })).toBeVisible();
  });
});

test('the page says that a response with too many parts is too large', async ({ page }) => {
  await expectNoFreeze(page, async () => {
    await openTables(
      page,
      many(200_000, () => ({})),
    );
    await expect(
      page.getByText('The response from Flow Service is too large for this page.', { exact: true }),
    ).toBeVisible();
  });
});

test('with 10,000 connections in one response, the page shows the first ones, and more on request', async ({
  page,
}) => {
  const answers = await serveOddAnswers(page);
  answers.list = {
    items: many(10_000, (place) => ({ id: `id-${place}`, name: `Number ${place}`, state: 'enabled' })),
  };
  const links = page.getByRole('table', { name: 'Connections' }).getByRole('link');
  const caller = await getOwnCredentials();
  await expectNoFreeze(page, async () => {
    await openAs(page, caller, '/connections');
    await expect(page.getByText('10,000 connections.')).toBeVisible();
    await expect(links).toHaveCount(50);
    await press(page, 'Show more');
    await expect(links).toHaveCount(100);
    await typeInto(page.getByRole('searchbox', { name: 'Search connections' }), 'number 9999');
    await expect(links).toHaveText(['Number 9999']);
  });
});

test('with thousands of sandboxes, the first ones are listed, and each can be found by name', async ({
  page,
}) => {
  const answers = await serveOddAnswers(page);
  answers.sandboxes = { sandboxes: many(5000, (place) => ({ name: `sandbox-${place}`, state: 'active' })) };
  const caller = await getOwnCredentials();
  await expectNoFreeze(page, async () => {
    await openWizard(page);
    await fillCaller(page, { ...caller, sandbox: '' });
    const list = page.getByRole('combobox', { name: 'Sandbox', exact: true });
    await expect(list).toHaveAccessibleDescription(
      '5,000 sandboxes available. Search by name or title. The list shows 500 at a time.',
    );
    await list.click();
    await page.keyboard.type('4999');
    await expect(page.getByRole('option')).toHaveText([/^sandbox-4999/]);
    await page.getByRole('option').click();
    await expect(field(page, 'Sandbox')).toHaveValue('sandbox-4999');
  });
});
