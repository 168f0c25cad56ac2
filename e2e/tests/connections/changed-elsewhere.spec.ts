import { expect, test } from '@playwright/test';
import {
  type Given,
  connectionRows,
  expectTest,
  givenConnection,
  goToConnection,
  openConnection,
  requestFor,
  tableRow,
} from '../../support/wizard/connections.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { expectStep, mycluster, press } from '../../support/wizard/wizard.ts';

/** Moves the connection to another host, as another user. */
async function moveAsOther({ service, caller, id, name }: Given, host: string) {
  const { etag } = await service.getConnection(caller.sandbox, id);
  await service.updateConnection(caller.sandbox, id, etag, [
    { op: 'replace', path: '/auth/params', value: requestFor(host, name).auth.params },
  ]);
}

test('a test and tables are not shown for a connection that another user changed after them', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await expectTest(page, 'Passed');
  await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toContainText('Passed');
  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await expectStep(page, 'Phoenix');

  await moveAsOther(given, 'test-false.example');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(connectionRows(page)).toContainText('changed');
  await expect(connectionRows(page)).not.toContainText('Passed');
  await goToConnection(page, given);
  await expectTest(page, 'Failed');
  await expect(page.getByRole('main')).not.toContainText('Connection test passed');
  await expect(page.getByText('Tables are not listed because the test failed.')).toBeVisible();
});

test('a connection that another user deleted is not offered any more, although it was open before', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await expectTest(page, 'Passed');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await given.service.deleteConnection(given.caller.sandbox, given.id);

  await page.goBack();
  await expect(problemSummary(page)).toContainText('This connection is no longer available.');
  await expect(problemSummary(page)).toBeInViewport();
  await expect(page.getByRole('main').getByRole('button', { name: /Edit|Delete|Rotate|Test/ })).toHaveCount(
    0,
  );
  await expect(page.getByRole('main')).not.toContainText('Connection test passed');
});

test('the rotation of a connection that another user deleted is not offered any more', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await expectTest(page, 'Passed');
  await given.service.deleteConnection(given.caller.sandbox, given.id);
  await press(page, 'Rotate password');
  await expect(problemSummary(page)).toContainText('This connection is no longer available.');
  await expect(page.getByRole('button', { name: 'Rotate password' })).toHaveCount(0);
});

test('the question whether to delete does not claim that nothing uses the connection when that is not known', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  const usedBy = page.getByRole('region', { name: 'Used by' });
  await expect(usedBy).toContainText('No dataflow uses this connection.');
  await page.route(/\/(flows|sourceConnections)/, (route) => route.fulfill({ status: 403, body: '' }));
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('could not be loaded, so we don’t know what stops working.');
  await expect(question).not.toContainText('No dataflow');
  await press(page, 'Cancel');
  await expect(usedBy).toContainText('What uses this connection could not be loaded again.');
  await expect(usedBy).not.toContainText('No dataflow uses');
});
