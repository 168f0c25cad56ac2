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
import { expectStep, mycluster } from '../../support/wizard/wizard.ts';

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
