import { type Page, expect, test } from '@playwright/test';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import { press } from '../../support/wizard/wizard.ts';

const flowsPath = '**/api/flowservice/flows?*';
const sourcesPath = '**/api/flowservice/sourceConnections?*';

/** Confirms the deletion of the open connection, which the service rejects because of its dataflows. */
async function deleteUsed(page: Page) {
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  const problem = page.getByRole('group', { name: 'There is a problem' }).first();
  await expect(problem).toContainText('Dataflows still use this connection.');
  return problem;
}

test('after a rejected deletion, the page says that what uses the connection could not be loaded', async ({
  page,
}) => {
  const given = await givenConnection('in-use.example');
  for (const path of [flowsPath, sourcesPath]) {
    await page.route(path, (route) => route.fulfill({ status: 403, body: '' }));
  }
  await openConnection(page, given);
  const problem = await deleteUsed(page);
  await expect(problem).toContainText('What uses this connection could not be loaded.');
  await expect(problem.getByRole('listitem')).toHaveCount(0);

  await page.unrouteAll();
  await press(page, 'Try again');
  await expect(problem.getByRole('listitem')).toContainText(['Orders, every night']);
  await expect(problem).not.toContainText('could not be loaded');
});

test('after a rejected deletion, the page says that only a part of its list could be loaded', async ({
  page,
}) => {
  const given = await givenConnection('in-use.example');
  const source = { id: 'stores', name: 'RETAIL.STORES', baseConnectionId: given.id };
  await page.route(flowsPath, (route) => route.fulfill({ json: { items: ['unreadable'] } }));
  await page.route(sourcesPath, (route) => route.fulfill({ json: { items: [source] } }));
  await openConnection(page, given);
  const problem = await deleteUsed(page);
  await expect(problem.getByRole('status').first()).toHaveText(
    'Used by at least 1 source connection. Not all dataflows could be loaded.',
  );
  await expect(problem.getByRole('listitem')).toContainText(['RETAIL.STORES']);

  await page.route(flowsPath, (route) => route.fulfill({ status: 403, body: '' }));
  await deleteUsed(page);
  await expect(problem.getByRole('status').first()).toHaveText(
    'Used by at least 1 source connection. Dataflows could not be loaded.',
  );
});
