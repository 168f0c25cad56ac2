import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { openAs, requestFor, submitTwice, tabTo } from '../../support/wizard/connections.ts';
import { askService, getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { type CallerAnswers, expectStep, field, press } from '../../support/wizard/wizard.ts';

const password = 'COPIED-UNMISTAKABLE';
const host = 'mycluster.azurehdinsight.net';

/** Two connections to one database and one to another, in an organization with 400 sandboxes. */
async function givenThree() {
  const caller = await getCredentialsWithSandboxes();
  const service = askService(caller);
  const sales = await service.createConnection(caller.sandbox, requestFor(host, 'Sales'));
  await service.createConnection(caller.sandbox, requestFor(host, 'Sales archive'));
  await service.createConnection(caller.sandbox, requestFor('stock.example', 'Stock'));
  // The first of these sandboxes has one of them already.
  await service.createConnection('team-001', requestFor('stock.example', 'Stock'));
  const namesIn = async (sandbox: string) =>
    (await service.listConnections(sandbox, {})).connections.map(({ name }) => name).toSorted();
  return { caller, id: sales.id, service, namesIn };
}

async function chooseTeams(page: Page) {
  const sandboxes = page.getByRole('region', { name: 'Sandboxes' });
  await sandboxes.getByRole('searchbox').fill('team 00');
  // It must not submit the form.
  await page.keyboard.press('Enter');
  for (const name of [/^team-001/, /^team-002/])
    await sandboxes.getByRole('checkbox', { name }).press('Space');
}

/** Opens the page for one connection, and fills it in for two sandboxes. */
async function planTwoCopies(page: Page, caller: CallerAnswers, id: string) {
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  await chooseTeams(page);
  await expect(page.getByText('2 connections will be created.')).toBeVisible();
  await field(page, 'Password of “Sales”').fill(password);
}

const lineOf = (page: Page, name: string, sandbox: string) =>
  page.getByRole('row').filter({ hasText: name }).filter({ hasText: sandbox });

test('several connections are copied into several sandboxes, and those that exist are left out', async ({
  page,
}) => {
  const { caller, namesIn } = await givenThree();
  await openAs(page, caller, '/connections');
  await tabTo(page, 'link', 'Copy connections');
  await page.keyboard.press('Enter');
  await expectStep(page, 'Copy connections');
  const connections = page.getByRole('region', { name: 'Connections' });
  // A screen reader announces only what changes in an element that exists before.
  const announced = page.getByRole('region', { name: 'Copies' }).getByRole('status');
  await expect(announced).toBeEmpty();
  const status = await announced.elementHandle();
  await connections.getByRole('button', { name: 'Select all' }).click();
  await chooseTeams(page);
  await expect(
    page.getByText('5 connections will be created. Similar connections exist for 1 of 6.'),
  ).toBeVisible();
  expect(await status?.textContent()).toContain('5 connections will be created.');
  await expect(lineOf(page, 'Stock', 'team-001')).toContainText(
    '“Stock” has the same name, database and user',
  );
  await expectNoViolations(page, 'planned copies');
  await expectRoomAt400(page, 'planned copies');

  await press(page, 'Create 5 connections');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await expect(field(page, 'Password of “Stock”')).toHaveAccessibleDescription(
    /Enter the password of “Stock”/,
  );
  // The two connections to one database share their password.
  await field(page, 'Password of “Sales archive” and 1 more').fill(password);
  await field(page, 'Password of “Stock”').fill(password);
  await submitTwice(page);
  await expect(page.getByText('5 of 5 created.')).toBeVisible();
  await expect.poll(() => status?.textContent()).toBe('5 of 5 created.');
  await expect(lineOf(page, 'Stock', 'team-002')).toContainText('Created, test passed');
  expect(await namesIn('team-001')).toEqual(['Sales', 'Sales archive', 'Stock']);
  expect(await namesIn('team-002')).toEqual(['Sales', 'Sales archive', 'Stock']);
  await expectNoViolations(page, 'created copies');
  await expectRoomAt400(page, 'created copies');
  expect(await page.content()).not.toContain(password);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(password);

  // Finished copies do not prevent a new copy.
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Sales', exact: true }).click();
  await press(page, 'Copy to several sandboxes');
  await expect(page.getByRole('checkbox', { name: /^Sales A/ })).toBeChecked();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Copy connections' }).click();
  await page.getByRole('button', { name: 'Open “Stock” in sandbox team-002' }).click();
  await expectStep(page, 'Stock');
  await expect(page.getByRole('region', { name: 'Test' })).toContainText('Passed');
  // The page is now about the other sandbox, and offers to switch back.
  await page.goBack();
  await expectStep(page, 'Copy connections');
  await press(page, `Switch to sandbox ${caller.sandbox} and show its copies`);
  await expect(lineOf(page, 'Stock', 'team-002')).toContainText('Created, test passed');
});

test('after a lost answer and a reload, the copy is found and not created again', async ({ page }) => {
  const { caller, id, namesIn } = await givenThree();
  await planTwoCopies(page, caller, id);
  // The service creates the first copy. After that, the page reaches nothing.
  let isCut = false;
  await page.route(/\/connections|\/attempt/, async (route) => {
    if (route.request().method() === 'POST') {
      await route.fetch();
      isCut = true;
    }
    return isCut ? route.abort() : route.continue();
  });
  await press(page, 'Create 2 connections');
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('Searching');
  await expect(lineOf(page, 'Sales', 'team-002')).toContainText('Waiting');
  page.on('dialog', (dialog) => dialog.accept());
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  await openAs(page, caller, '/connections/copy');
  await expect(page.getByText('0 of 2 created. We don’t know whether 1 more was created.')).toBeVisible();
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText(
    'The response was lost, and no search was completed. Select Search to look for the connection in sandbox team-001',
  );
  await field(page, 'Password of “Sales”').fill(password);
  await press(page, 'Create 1 connection');
  await expect(page.getByText('1 of 2 created. We don’t know whether 1 more was created.')).toBeVisible();
  await page.getByRole('button', { name: 'Search for “Sales” in sandbox team-001' }).click();
  await expect(page.getByText('2 of 2 created.')).toBeVisible();
  expect(await namesIn('team-001')).toEqual(['Sales', 'Stock']);
  expect(await namesIn('team-002')).toEqual(['Sales']);

  await press(page, 'Start new copy');
  await expect(page.getByRole('region', { name: 'Sandboxes' })).toBeVisible();
});

test('a page that is left while a copy is created shows it when it is opened again', async ({ page }) => {
  const { caller, id, namesIn } = await givenThree();
  await planTwoCopies(page, caller, id);
  let answer: () => void = () => undefined;
  await page.route(/\/connections$/, async (route) => {
    if (route.request().method() === 'POST') {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    }
    return route.continue();
  });
  await press(page, 'Create 2 connections');
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('Creating');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  const isClosedAtOnce = await page.evaluate(() =>
    dispatchEvent(new Event('beforeunload', { cancelable: true })),
  );
  expect(isClosedAtOnce, 'the browser asks before it closes the page').toBe(false);
  await page.goBack();
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('Creating');
  await expect(field(page, 'Password of “Sales”')).toHaveCount(0);

  answer();
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('Created');
  await expect(page.getByText('1 of 2 created.')).toBeVisible();
  await page.unrouteAll();
  await field(page, 'Password of “Sales”').fill(password);
  await press(page, 'Create 1 connection');
  await expect(page.getByText('2 of 2 created.')).toBeVisible();
  expect(await namesIn('team-001')).toEqual(['Sales', 'Stock']);
  expect(await namesIn('team-002')).toEqual(['Sales']);
});

test('what changed after the plan is not copied until the user decides again', async ({ page }) => {
  const { caller, id, service, namesIn } = await givenThree();
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  await chooseTeams(page);
  await expect(page.getByText('2 connections will be created.')).toBeVisible();
  await service.createConnection('team-001', requestFor(host, 'Sales of another user'));
  await field(page, 'Password of “Sales”').fill(password);
  await press(page, 'Create 2 connections');
  await expect(page.getByText('1 of 2 created.')).toBeVisible();
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('A similar connection was created');
  expect(await namesIn('team-001')).toEqual(['Sales of another user', 'Stock']);

  await press(page, 'Start new copy');
  await chooseTeams(page);
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('has the same database and user');
  await page.getByRole('checkbox', { name: 'Create “Sales” in sandbox team-001' }).press('Space');
  await expect(page.getByText('1 connection will be created.')).toBeVisible();
  const { etag } = await service.getConnection(caller.sandbox, id);
  const { params } = requestFor('moved.example', 'Sales').auth;
  await service.updateConnection(caller.sandbox, id, etag, [
    { op: 'replace', path: '/auth/params', value: params },
  ]);
  await field(page, 'Password of “Sales”').fill(password);
  await press(page, 'Create 1 connection');
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('now uses another database or user');

  await press(page, 'Start new copy');
  await expect(page.getByRole('region', { name: 'Connections' })).toContainText('moved.example');
  await chooseTeams(page);
  await field(page, 'Password of “Sales”').fill(password);
  await service.deleteConnection(caller.sandbox, id);
  await press(page, 'Create 1 connection');
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('The original connection was deleted');
  await expect(page.getByRole('button', { name: /^Create/ })).toHaveCount(0);
  expect(await namesIn('team-001')).toEqual(['Sales of another user', 'Stock']);
});

test('a refused copy has its error details, and only the secret that it still needs stays', async ({
  page,
}) => {
  const { caller, id } = await givenThree();
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  await chooseTeams(page);
  await page.getByRole('checkbox', { name: /^Stock A/ }).press('Space');
  await field(page, 'Password of “Stock”').fill(password);
  await page.getByRole('checkbox', { name: /^Stock A/ }).press('Space');
  await field(page, 'Password of “Sales”').fill(password);
  await page.route(/\/connections$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 400,
          json: { type: 'FLOW-1999-400', title: 'UNMISTAKABLE-REASON', status: 400 },
        })
      : route.continue(),
  );
  await press(page, 'Create 2 connections');
  await expect(page.getByText('0 of 2 created.')).toBeVisible();
  await lineOf(page, 'Sales', 'team-001').getByText('Error details').click();
  await expect(lineOf(page, 'Sales', 'team-001')).toContainText('UNMISTAKABLE-REASON');
  await press(page, 'Secrets in memory');
  await expect(page.getByText('Access token')).toBeVisible();
  await expect(page.getByText(/^Password of “Sales.* in this form/)).toBeVisible();
  await expect(page.getByText(/Password of “Stock”/)).toHaveCount(0);
});
