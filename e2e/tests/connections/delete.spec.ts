import { expect, test } from '@playwright/test';
import { addDataflow, addSourceConnection } from '../../support/servers/add-usage.ts';
import { hold } from '../../support/network/hold.ts';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import { expectStep, goToReview, mycluster, press } from '../../support/wizard/wizard.ts';

test('a connection is deleted after confirmation, and disappears from the list', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete “Given connection”?' });
  await expect(question).toContainText(given.id);
  await press(page, 'Cancel');
  await expect(question).toBeHidden();
  expect(await given.service.getConnection(given.caller.sandbox, given.id)).toMatchObject({ id: given.id });

  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  await expect(page.getByText('“Given connection” was deleted from sandbox')).toBeVisible();
  await expect(page.getByText('No connections yet.')).toBeVisible();
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
});

test('a connection that is in use is not deleted, and the page says why', async ({ page }) => {
  const given = await givenConnection('in-use.example');
  await openConnection(page, given);
  const usedBy = page.getByRole('region', { name: 'Used by' });
  await expect(usedBy).toContainText('Used by 1 dataflow.');
  await expect(usedBy.getByRole('listitem')).toContainText(['Orders, every night']);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete “Given connection”?' });
  await expect(question).toContainText('Used by 1 dataflow.');
  await expect(question).toContainText('Flow Service rejects the deletion');
  await expect(question.getByRole('listitem')).toContainText(['Orders, every night']);
  await press(page, 'Delete connection');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(problem).toContainText('Dataflows still use this connection. In Experience Platform, delete');
  await expect(problem.getByRole('listitem')).toContainText(['Orders, every night']);
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('a refused delete removes the message that the connection was created', async ({ page }) => {
  await goToReview(page, { ...mycluster, host: 'in-use.example' });
  await press(page, 'Create connection');
  await expect(page.getByText('Connection created', { exact: true })).toBeVisible();
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await expect(page.getByText('Connection created', { exact: true })).toHaveCount(0);
});

test('the question names the connection as it is now, and says that another user changed it', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  const { sandbox } = given.caller;
  await openConnection(page, given);
  const { etag } = await given.service.getConnection(sandbox, given.id);
  await given.service.updateConnection(sandbox, given.id, etag, [
    { op: 'replace', path: '/name', value: 'Production' },
  ]);
  const release = await hold(page, `**/connections/${given.id}`);
  await press(page, 'Delete');
  const confirm = page.getByRole('button', { name: 'Delete connection' });
  await expect(page.getByRole('alertdialog')).toContainText('Checking for changes…');
  await expect(confirm).toBeDisabled();
  release();
  const question = page.getByRole('alertdialog', { name: 'Delete “Production”?' });
  await expect(
    question.getByRole('status').filter({ hasText: 'The name has changed from “Given connection”' }),
  ).toBeVisible();
  await confirm.click();
  await expectStep(page, 'Connections');
  await expect(page.getByText('“Production” was deleted from sandbox')).toBeVisible();
});

test('a connection that could not be loaded again can be deleted after a warning', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await page.route(`**/connections/${given.id}`, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 403, body: '' }) : route.continue(),
  );
  await press(page, 'Delete');
  await expect(page.getByRole('alertdialog')).toContainText('The connection could not be loaded again.');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
});

test('instead of the question, the page says that another user already deleted the connection', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await given.service.deleteConnection(given.caller.sandbox, given.id);
  await press(page, 'Delete');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toContainText('This connection is no longer available.');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'View connections' }).click();
  await expectStep(page, 'Connections');
  await expect(page.getByText('No connections yet.')).toBeVisible();
});

test('a connection that another user deletes after the question counts as deleted', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  await given.service.deleteConnection(given.caller.sandbox, given.id);
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
});

test('a dataflow that is created after the question is named before anything is deleted', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  const { sandbox } = given.caller;
  await openConnection(page, given);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete “Given connection”?' });
  await expect(question).toContainText('No dataflow uses this connection.');
  await addDataflow(given, 'Every night');
  const { etag } = await given.service.getConnection(sandbox, given.id);
  await press(page, 'Delete connection');
  await expect(question.getByText('Nothing was deleted.')).toHaveText(
    'Nothing was deleted. A dataflow or source connection that was not named before now uses this connection. Read this question again before you decide.',
  );
  await expect(question.getByRole('listitem')).toContainText(['Every night']);
  await expect(question).toContainText('Used by 1 dataflow.');
  await expect(question).toContainText('Flow Service rejects the deletion');
  expect(await given.service.getConnection(sandbox, given.id)).toMatchObject({ etag });
  await press(page, 'Cancel');
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('Every night');

  await press(page, 'Delete');
  await expect(question).toContainText('Used by 1 dataflow.');
  await expect(question).not.toContainText('Nothing was deleted.');
});

test('a connection that changes after the question is deleted only after it was shown', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  const { sandbox } = given.caller;
  await page.clock.install();
  await openConnection(page, given);
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  const { etag } = await given.service.getConnection(sandbox, given.id);
  await given.service.updateConnection(sandbox, given.id, etag, [
    { op: 'replace', path: '/name', value: 'Production' },
  ]);
  await addSourceConnection(given, 'RETAIL.STORES');
  // The second click must not confirm what the first one found. The clock of the page is paused between them, so that
  // the second click is in time on a slow computer, too.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  const reads = [given.id, '/flows', '/sourceConnections'].map((end) =>
    page.waitForResponse((response) => {
      const { pathname } = new URL(response.url());
      return response.request().method() === 'GET' && pathname.endsWith(end);
    }),
  );
  const confirm = page.getByRole('button', { name: 'Delete connection' });
  await confirm.click();
  for (const read of reads) await (await read).finished();
  await confirm.evaluate((button: HTMLElement) => button.click());
  await page.clock.resume();
  const question = page.getByRole('alertdialog', { name: 'Delete “Production”?' });
  await expect(question).toContainText('This connection has changed since you were asked.');
  await expect(question).toContainText('Used by 1 source connection.');
  expect(await given.service.countConnections(sandbox, [])).toBe(1);
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  await expect(page.getByText('“Production” was deleted from sandbox')).toBeVisible();
});

test('a question that is canceled during the last look deletes nothing', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  const release = await hold(page, /\/flows\?/);
  await press(page, 'Delete connection');
  await press(page, 'Cancel');
  release();
  // The next question reads everything again, which ends after a deletion that follows the last look.
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  await press(page, 'Cancel');
  await expectStep(page, 'Given connection');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('a question that is canceled deletes nothing, although Delete was activated twice', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  const deletions: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'DELETE') deletions.push(request.url());
  });
  await press(page, 'Delete');
  const confirm = page.getByRole('button', { name: 'Delete connection' });
  await expect(confirm).toBeEnabled();
  const release = await hold(page, /\/flows\?/);
  await confirm.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  release();
  // The next question reads everything again, which ends after a deletion that follows the last look.
  await press(page, 'Delete');
  await expect(confirm).toBeEnabled();
  await press(page, 'Cancel');
  await expectStep(page, 'Given connection');
  expect(deletions).toEqual([]);
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('usage that cannot be read at the click is reported before anything is deleted', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('No dataflow uses this connection.');
  await page.route(/\/(flows|sourceConnections)\?/, (route) => route.fulfill({ status: 403, body: '' }));
  await press(page, 'Delete connection');
  await expect(question).toContainText('Nothing was deleted. What uses this connection could not be loaded');
  await expect(question).toContainText('so we don’t know what stops working.');
  await expect(question).not.toContainText('No dataflow');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
});
