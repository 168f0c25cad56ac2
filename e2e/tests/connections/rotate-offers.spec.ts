import { type Page, expect, test } from '@playwright/test';
import { hive } from '../../../src/sources/catalog/hive.ts';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { refuse } from '../../support/network/refuse.ts';
import {
  type Given,
  givenConnection,
  goToConnection,
  openAs,
  openConnection,
  requestFor,
} from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';

/** Connections of one user of one host: to two nodes, another port and another source. */
async function givenOffers() {
  const sales = await givenConnection(host, 'Sales');
  const { caller, service } = sales;
  const add = async (name: string, params: object): Promise<Given> => {
    const { auth, ...request } = requestFor(host, name);
    const body = { ...request, auth: { ...auth, params: { ...auth.params, ...params } } };
    const { id } = await service.createConnection(caller.sandbox, body);
    return { ...sales, id, name };
  };
  const node = await add('Second node', { httpPath: '/hbasephoenix1' });
  const port = await add('Query server', { port: 8765 });
  await add('Another user', { username: 'other' });
  const { id } = await service.createConnection(caller.sandbox, {
    name: 'Hive',
    auth: {
      specName: hive.authMethods[0].specName,
      params: { host, username: 'admin', password: 'correct horse' },
    },
    connectionSpec: hive.connectionSpec,
  });
  const versionOf = async (one: string) => (await service.getConnection(caller.sandbox, one)).etag;
  return { sales, node, port, add, hive: { ...sales, id, name: 'Hive' }, versionOf };
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name });
const stateOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('all connections with the host and user are offered, and each says what differs', async ({ page }) => {
  const { sales, port, versionOf } = await givenOffers();
  const before = await versionOf(port.id);
  await openConnection(page, sales);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await expect(
    page.getByText(
      '4 connections have the same host and user. Select those that have the same password. 1 is not preselected, because its port differs or is not known, and another server may have another password.',
    ),
  ).toBeVisible();
  await expect(box(page, 'Sales')).toBeChecked();
  await expect(box(page, 'Second node HTTP path /hbasephoenix1')).toBeChecked();
  await expect(box(page, 'Hive Apache Hive on HDInsights, Port 443')).toBeChecked();
  await expect(box(page, 'Query server Port 8765')).not.toBeChecked();
  await expect(box(page, 'Another user')).toHaveCount(0);
  await expectNoViolations(page, 'connections that share host and user');
  await expectRoomAt400(page, 'connections that share host and user');
  await field(page, 'Password').fill('new password');
  await press(page, 'Rotate password');
  await expect(page.getByText('3 of 3 connections have the new password.')).toBeVisible();
  for (const name of ['Sales', 'Second node', 'Hive']) {
    await expect(stateOf(page, name)).toContainText('Has the new password, test passed');
  }
  expect(await versionOf(port.id)).toBe(before);
});

test('a rotation over several targets continues after a reload, and on another of its pages', async ({
  page,
}) => {
  const { sales, node, add, hive: other } = await givenOffers();
  const third = await add('Third node', { httpPath: '/hbasephoenix2' });
  await openConnection(page, sales);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  await refuse(page, `**/connections/${node.id}`, 'PATCH');
  await press(page, 'Rotate password');
  await expect(page.getByText('“Second node” was not changed.')).toBeVisible();
  await page.unrouteAll();

  await openConnection(page, other);
  await press(page, 'Rotate password');
  await expect(page.getByText('The rotation was started for a connection of another source')).toBeVisible();
  await expect(page.getByText(/Continue it on the page of “(Sales|Second node|Third node)”/)).toBeVisible();
  await expect(field(page, 'Password')).toHaveCount(0);
  await press(page, 'Open the rotation');
  await expect(field(page, 'Password')).toBeVisible();
  await goToConnection(page, third);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await expect(page.getByText(`Host ${host}, Port 443, HTTP path /hbasephoenix2`)).toBeVisible();
  await field(page, 'Password').fill('new password');
  await press(page, 'Continue rotation');
  await expect(page.getByText('4 of 4 connections have the new password.')).toBeVisible();
});

test('a rotation continues although the list could not be read, and the old password is put back', async ({
  page,
}) => {
  const { sales, node } = await givenOffers();
  await refuse(page, `**/connections/${node.id}`, 'PATCH');
  await openConnection(page, sales);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill('new password');
  await press(page, 'Rotate password');
  await expect(page.getByText('“Second node” was not changed.')).toBeVisible();

  await page.unrouteAll();
  let isListed = false;
  await page.route(/\/connections\?/, (route) =>
    isListed ? route.fallback() : route.fulfill({ status: 403, body: '{}' }),
  );
  await openAs(page, sales.caller, `/connections/${sales.id}/rotate`);
  await expect(field(page, 'Password')).toBeVisible();
  isListed = true;
  await page.route(`**/connections/${node.id}/test`, (route) => route.fulfill({ json: { result: false } }));
  await field(page, 'Password').fill('new password');
  await press(page, 'Continue rotation');
  await expect(page.getByText('“Second node” has the new password, and its test failed.')).toBeVisible();

  await page.unrouteAll();
  await press(page, 'Put the old password back instead');
  await field(page, 'Password').fill('correct horse');
  await press(page, 'Put the old password back');
  await expect(page.getByText('3 of 3 connections have the old password.')).toBeVisible();
});
