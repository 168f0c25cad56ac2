import { type Page, expect, test } from '@playwright/test';
import { constantFrom, oneof, tuple, uuid } from 'fast-check';
import {
  oddConnection,
  oddConnections,
  oddErrorBody,
  oddTable,
  oddTables,
} from '../../../src/testing/odd-answers-fixture.ts';
import { oddValue } from '../../../src/testing/odd-values-fixture.ts';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { chooseTable, openAs, section } from '../../support/wizard/connections.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectNoFreeze } from '../../support/measure/longest-task.ts';
import {
  type OddAnswers,
  answersEach,
  collectComplaints,
  expectSound,
  expectUnread,
  expectUnreadFields,
  followLink,
  joined,
  readerOf,
  serveOddAnswers,
  tryOddAnswers,
} from '../../support/failures/odd-service.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const { id: specId } = phoenix.connectionSpec;

const manyConnections = joined(oddConnections(specId).map(({ items }) => items)).map((items) => ({ items }));

/** Opens a list with one connection for each answer. Returns the IDs. */
async function openList(page: Page, answers: OddAnswers) {
  const ids = Array.from({ length: answersEach }, () => crypto.randomUUID());
  answers.list = { items: ids.map((id, place) => ({ id, name: `Odd ${place}` })) };
  await openAs(page, await getOwnCredentials(), '/connections');
  await expectStep(page, 'Connections');
  return ids;
}

/** Opens the list again, which reads it again. */
async function reopenList(page: Page) {
  await followLink(page, 'New connection', 'Phoenix');
  const answered = page.waitForResponse(/\/api\/flowservice\/connections\?/);
  await followLink(page, 'Connections', 'Connections');
  await answered;
}

test('for any list of connections, readable ones are listed and unreadable ones are counted', async ({
  page,
}) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  await openAs(page, await getOwnCredentials(), '/connections');
  await expectStep(page, 'Connections');
  await expectNoFreeze(page, () =>
    tryOddAnswers(manyConnections, async (answer) => {
      answers.list = answer;
      const { connections, unreadable } = await readerOf(answer).listConnections('prod', {});
      await reopenList(page);
      await expectUnread(page, unreadable, 'connection', 'connections');
      const links = page.getByRole('table', { name: 'Connections' }).getByRole('link');
      // A connection that appears twice is shown once, in its newest version.
      await expect(links).toHaveCount(new Set(connections.map(({ id }) => id)).size);
      await expect(links.filter({ hasNotText: /\S/ })).toHaveCount(0);
      await expectSound(page);
    }),
  );
  expect(complaints).toEqual([]);
});

test('for any connection, its page and its edit form open', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  const ids = await openList(page, answers);
  const connection = oddConnection(uuid(), specId).map((fields): object => Object(fields));
  const result = oneof(constantFrom(true, false), oddValue);
  await expectNoFreeze(page, () =>
    tryOddAnswers(tuple(connection, result), async ([fields, tested], place) => {
      const id = ids[place] ?? '';
      Object.assign(answers, { connection: { items: [{ ...fields, id }] }, test: { result: tested } });
      const { unread = [], connectionSpec } = await readerOf(answers.connection).getConnection('prod', id);
      await page.getByRole('link', { name: `Odd ${place}`, exact: true }).click();
      await expect(page.getByLabel('Connection ID', { exact: true })).toHaveText(id);
      await expect(section(page, 'Test').getByRole('status')).toHaveText(/took/);
      await expectUnreadFields(page, unread);
      await expectSound(page);
      if (connectionSpec.id === specId) {
        await press(page, 'Edit');
        await expect(page.getByRole('heading', { level: 1, name: /^Edit / })).toBeVisible();
        await expect(field(page, 'Host')).toBeVisible();
        await expectSound(page);
      }
      await followLink(page, 'Connections', 'Connections');
    }),
  );
  expect(complaints).toEqual([]);
});

test('for any list of tables, readable ones are listed and unreadable ones are counted', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  const ids = await openList(page, answers);
  await expectNoFreeze(page, () =>
    tryOddAnswers(joined(oddTables), async (tables, place) => {
      const id = ids[place] ?? '';
      Object.assign(answers, { connection: { items: [{ id }] }, test: { result: true }, tables });
      const { items, unreadable } = await readerOf(tables).exploreRoot('prod', id);
      await page.getByRole('link', { name: `Odd ${place}`, exact: true }).click();
      const count = new Set(items.map(({ path }) => path)).size;
      await expect(section(page, 'Tables').getByRole('status')).toContainText(
        count === 0 ? 'The database has no tables.' : count === 1 ? '1 table.' : `${count} tables.`,
      );
      await expectUnread(page, unreadable, 'table', 'tables');
      await expect(page.getByRole('row').filter({ hasNotText: /\S/ })).toHaveCount(0);
      await expectSound(page);
      await followLink(page, 'Connections', 'Connections');
    }),
  );
  expect(complaints).toEqual([]);
});

test('for any table, its columns and sample rows are shown', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  const [id = ''] = await openList(page, answers);
  Object.assign(answers, {
    connection: { items: [{ id }] },
    test: { result: true },
    tables: Array.from({ length: answersEach }, (_, place) => ({ path: `TABLE_${place}` })),
  });
  await page.getByRole('link', { name: 'Odd 0', exact: true }).click();
  await expectNoFreeze(page, () =>
    tryOddAnswers(oddTable, async (table, place) => {
      answers.table = table;
      await chooseTable(page, `TABLE_${place}`);
      await expect(
        page.getByRole('heading', { level: 3, name: `TABLE_${place}`, exact: true }),
      ).toBeVisible();
      const { schema, data = [], unread } = await readerOf(table).exploreTable('prod', id, 'T');
      const { length } = schema.columns;
      await expect(page.getByRole('table', { name: 'Columns' }).getByRole('row')).toHaveCount(length + 1);
      await expectUnread(page, unread?.columns ?? 0, 'column', 'columns');
      await expectUnread(page, unread?.rows ?? 0, 'sample row', 'sample rows');
      const rows = length > 0 && data.length > 0 ? data.length + 1 : 0;
      await expect(page.getByRole('table', { name: 'Sample rows' }).getByRole('row')).toHaveCount(rows);
      await expectSound(page);
    }),
  );
  expect(complaints).toEqual([]);
});

test('any error is shown with an explanation and its original text', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  await openAs(page, await getOwnCredentials(), '/connections');
  await expectStep(page, 'Connections');
  const odd = tuple(oddErrorBody, constantFrom(400, 401, 403, 404, 409, 418, 451, 499));
  await expectNoFreeze(page, () =>
    tryOddAnswers(odd, async ([body, status]) => {
      Object.assign(answers, { list: body, status });
      await reopenList(page);
      await expect(page.getByRole('group', { name: 'There is a problem' }).locator('strong')).toHaveText(
        /\S.*\.$/,
      );
      await page.getByText('Error details', { exact: true }).click();
      await expect(page.getByText(`HTTP ${status}`)).toBeVisible();
      await expectSound(page);
    }),
  );
  expect(complaints).toEqual([]);
});

test('a connection without a name or with a null can be listed, opened and deleted', async ({ page }) => {
  const answers = await serveOddAnswers(page);
  const id = crypto.randomUUID();
  answers.list = { items: [{ id, name: null, description: null, createdAt: 1e17, state: null }] };
  answers.connection = answers.list;
  await openAs(page, await getOwnCredentials(), '/connections');
  await expect(page.getByRole('cell', { name: 'an invalid date (100000000000000000)' })).toBeVisible();
  await page.getByRole('link', { name: '(no name)' }).click();
  await expectStep(page, '(no name)');
  await press(page, 'Delete');
  await expect(page.getByRole('alertdialog', { name: 'Delete “(no name)”?' })).toBeVisible();
});
