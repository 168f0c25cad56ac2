import { expect } from '@playwright/test';
import { openAs } from '../support/wizard/connections.ts';
import { getDemoCredentials } from '../support/servers/flow-service.ts';
import { collectComplaints, serveOddAnswers } from '../support/failures/odd-service.ts';
import { startDevServer } from '../support/servers/own-app.ts';
import { test } from '../support/servers/cleanup.ts';
import { expectStep } from '../support/wizard/wizard.ts';

test('repeated items cause no React warning on the development server', async ({ page, cleanup }) => {
  test.setTimeout(90_000);
  const server = await startDevServer();
  cleanup(server.close);
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  const [id, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const twice = <Item>(item: Item) => [item, item];
  const sandboxes = twice({ name: 'prod', state: 'active' });
  const column = { name: 'ID', type: 'string' };
  Object.assign(answers, {
    sandboxes: { sandboxes },
    list: {
      items: [
        { id, name: 'One' },
        { id, name: 'One' },
        { id, name: 'Another' },
        { id: other, name: 'Other' },
      ],
    },
    connection: { items: twice({ id, name: 'One' }) },
    test: { result: true },
    tables: twice({ path: 'T' }),
    table: { schema: { columns: twice(column) }, data: twice({ ID: 'a' }) },
  });
  await page.goto(server.origin);
  // The dev server compiles files on request, so the first page takes longer.
  await expectStep(page, 'Experience Platform', { timeout: 30_000 });
  await openAs(page, await getDemoCredentials(server.origin), `${server.origin}/connections`);
  const links = page.getByRole('table', { name: 'Connections' }).getByRole('link');
  await expect(links).toHaveText(['One', 'Another', 'Other'], { timeout: 30_000 });
  await links.first().click();
  await expect(page.getByText('1 table.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('row', { name: 'T', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Sample rows' }).getByRole('cell')).toHaveText([
    'a',
    'a',
    'a',
    'a',
  ]);
  expect(complaints).toEqual([]);
});
