import { type Page, expect, test } from '@playwright/test';
import { getCredentialsWithSandboxes, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { hold } from '../../support/network/hold.ts';
import { givenConnection, openAs, section } from '../../support/wizard/connections.ts';
import { type CallerAnswers, expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const givenSales = async () => givenConnection(mycluster.host, 'Sales', await getCredentialsWithSandboxes());

const lineOf = (page: Page, sandbox: string) => page.getByRole('row').filter({ hasText: sandbox });
const status = (page: Page) => section(page, 'Copies').getByRole('status');

/** Fills in the page to copy the connection into the first sandboxes. */
async function plan(page: Page, caller: CallerAnswers, id: string, count: number) {
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  const sandboxes = section(page, 'Sandboxes');
  await sandboxes.getByRole('searchbox').fill('team 00');
  for (let place = 1; place <= count; place += 1)
    await sandboxes.getByRole('checkbox', { name: new RegExp(`^team-00${place}`) }).press('Space');
  await field(page, 'Password of “Sales”').fill('correct horse');
}

/** Holds the request that creates the copy in this sandbox until the returned function is called. */
async function holdCreateIn(page: Page, sandbox: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/connections$/, async (route) => {
    const request = route.request();
    if (request.method() === 'POST' && request.headers()['x-sandbox-name'] === sandbox) await released;
    return route.fallback();
  });
  return release;
}

/** Starts the copies. The service creates the first one, and its answer does not arrive before a reload. */
async function loseFirstCopy(page: Page, caller: CallerAnswers, count: number) {
  const created = new Promise<void>((resolve) => {
    void page.route(/\/connections$/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      resolve();
    });
  });
  await press(page, `Create ${count} connections`);
  await created;
  await expect(lineOf(page, 'team-001')).toContainText('Creating');
  page.on('dialog', (dialog) => dialog.accept());
  await openAs(page, caller, '/connections/copy');
  await expect(lineOf(page, 'team-001')).toContainText('Unknown');
}

test('the page says that leaving it stops the work, and afterwards what was not created and why', async ({
  page,
}) => {
  const { caller, id } = await givenSales();
  await plan(page, caller, id, 3);
  const release = await holdCreateIn(page, 'team-002');
  await press(page, 'Create 3 connections');
  await expect(lineOf(page, 'team-002')).toContainText('Creating');
  await expect(
    page.getByText('If you leave this page, creating stops after the current connection.'),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(page.getByRole('heading', { name: 'Copying stops soon' })).toBeVisible();
  await page.goBack();
  await expect(status(page)).toContainText(
    'You left the page, so creating stops after the current connection.',
  );
  await expect(lineOf(page, 'team-003')).toContainText('Not created');
  await expect(lineOf(page, 'team-003')).not.toContainText('Waiting');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);

  release();
  await expect(status(page)).toHaveText('2 of 3 created. You left the page, so creating stopped.');
  await expect(lineOf(page, 'team-001')).toContainText('Created, test passed');
  await expect(lineOf(page, 'team-002')).toContainText('It was not tested. Open the connection to test it.');
  await expect(lineOf(page, 'team-003')).toContainText(
    'You left the page before this connection was created.',
  );

  // The list says it too, also after a reload.
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Copying stopped' })).toBeVisible();
  await openAs(page, caller, '/connections');
  await expect(page.getByText('2 of 3 created. You left the page, so creating stopped.')).toBeVisible();
  await press(page, 'Show the copies');
  await expectStep(page, 'Copy connections');
  await expect(lineOf(page, 'team-001')).toContainText('Created, test passed');
  await expect(lineOf(page, 'team-003')).toContainText(
    'You left the page before this connection was created.',
  );
  await field(page, 'Password of “Sales”').fill('correct horse');
  await press(page, 'Create 1 connection');
  await expect(status(page)).toHaveText('3 of 3 created.');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(page.getByText('Copying stopped')).toHaveCount(0);
});

test('a copy whose answer is missing is searched for without its password', async ({ page }) => {
  const { caller, id, service } = await givenSales();
  await plan(page, caller, id, 2);
  await loseFirstCopy(page, caller, 2);
  await expect(page.getByRole('button', { name: 'Create “Sales” in sandbox team-001 again' })).toHaveCount(0);
  // The search asks for the kept answer first, and otherwise for the list.
  const found = await hold(page, /\/api\/attempt|\/connections\?/);
  await page.getByRole('button', { name: 'Search for “Sales” in sandbox team-001' }).click();
  await expect(lineOf(page, 'team-001')).toContainText('Searching');
  await expect(status(page)).toContainText('Searching for the connection');
  // Nothing but the search is done.
  await expect(lineOf(page, 'team-002')).not.toContainText('Waiting');
  found();
  await expect(lineOf(page, 'team-001')).toContainText('Created, test passed');
  await expect(status(page)).toContainText('1 of 2 created.');
  expect((await service.listConnections('team-001', {})).connections).toHaveLength(1);
  expect((await service.listConnections('team-002', {})).connections).toHaveLength(0);
});

test('after the token was changed, the page does not call it rejected', async ({ page }) => {
  const { caller, id } = await givenSales();
  await plan(page, caller, id, 2);
  await page.route(/\/connections$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 401, json: { error_code: '401013' } })
      : route.fallback(),
  );
  await press(page, 'Create 2 connections');
  await expect(lineOf(page, 'team-001')).toContainText('Adobe does not accept this access token.');
  await expect(lineOf(page, 'team-002')).toContainText('Creating stopped because of an error with another');
  await page.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await page.unrouteAll({ behavior: 'wait' });
  const fresh = await getOwnCredentials();
  await field(page, 'Access token').fill(fresh.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Copy connections');
  await expect(lineOf(page, 'team-001')).toContainText('Not created');
  await expect(lineOf(page, 'team-001')).toContainText('You changed the credentials after this request.');
  await expect(page.getByText('does not accept')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Change credentials' })).toHaveCount(0);
  await field(page, 'Password of “Sales”').fill('correct horse');
  await press(page, 'Create 2 connections');
  await expect(status(page)).toHaveText('2 of 2 created.');
});

test('a search that a rejected token stopped is offered again after the token was changed', async ({
  page,
}) => {
  const { caller, id } = await givenSales();
  await plan(page, caller, id, 2);
  await loseFirstCopy(page, caller, 2);
  // With the key of an earlier run, the server answers as after a restart, when it has no answers any more.
  await page.route('**/api/attempt', (route) =>
    route.continue({
      headers: {
        ...route.request().headers(),
        'idempotency-key': `${'0'.repeat(32)}.${crypto.randomUUID()}`,
      },
    }),
  );
  await page.route(/\/connections\?/, (route) =>
    route.fulfill({ status: 401, json: { error_code: '401013' } }),
  );
  const search = page.getByRole('button', { name: 'Search for “Sales” in sandbox team-001' });
  await search.click();
  await expect(lineOf(page, 'team-001')).toContainText('Adobe does not accept this access token.');
  await page.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await page.unroute('**/api/attempt');
  await page.unroute(/\/connections\?/);
  const fresh = await getOwnCredentials();
  await field(page, 'Access token').fill(fresh.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Copy connections');
  await expect(lineOf(page, 'team-001')).toContainText('no search was completed');
  await expect(page.getByText('does not accept')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Change credentials' })).toHaveCount(0);
  await search.click();
  await expect(lineOf(page, 'team-001')).toContainText('Created, test passed');
});

test('a new copy is offered first when earlier copies are shown', async ({ page }) => {
  const { caller, id } = await givenSales();
  await plan(page, caller, id, 2);
  await expect(field(page, 'Password of “Sales”')).toHaveAccessibleDescription(/never shown again/);
  await press(page, 'Create 2 connections');
  await expect(status(page)).toHaveText('2 of 2 created.');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Copy connections' }).click();
  await expect(page.getByText('These are your latest copies.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button').first()).toHaveAccessibleName('Start new copy');
  await press(page, 'Start new copy');
  await expect(section(page, 'Sandboxes')).toBeVisible();
});
