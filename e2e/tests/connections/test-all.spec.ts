import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { openAs, requestFor, tabTo } from '../../support/wizard/connections.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

/** A test by the service, but not the page of all tests. */
const testRequest = /\/api\/.*\/test$/;

async function givenConnections(hosts: readonly string[]) {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  for (const [place, host] of hosts.entries()) {
    await service.createConnection(caller.sandbox, requestFor(host, `Connection ${place + 1}`));
  }
  return { caller, service };
}

function resultRow(page: Page, name: string) {
  return page.getByRole('table', { name: 'Test results' }).getByRole('row').filter({ hasText: name });
}

test('all connections are tested by keyboard: each has its result, and what changed since the last time', async ({
  page,
}) => {
  const { caller } = await givenConnections(['one.example', 'test-false.example']);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAs(page, caller, '/connections');
  await tabTo(page, 'link', 'Test all connections');
  await page.keyboard.press('Enter');
  await expectStep(page, 'Test all connections');
  await expect(page.getByText('2 connections, not tested yet.')).toBeVisible();
  await expect(resultRow(page, 'Connection 1')).toContainText('Not tested');
  await tabTo(page, 'button', 'Start tests');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'Tests finished. 1 passed, 1 failed.' }),
  ).toBeVisible();
  await expect(resultRow(page, 'Connection 1')).toContainText(/Passed.*–/s);
  await expect(resultRow(page, 'Connection 2')).toContainText(/Failed.*Adobe could not use the database\./s);
  await expectNoViolations(page, 'the results of all tests');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectRoomAt400(page, 'the results of all tests');
  await page.setViewportSize({ width: 1280, height: 720 });

  await press(page, 'Copy table');
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t').slice(0, 3))).toEqual([
    ['Name', 'Source', 'Result'],
    ['Connection 2', 'Apache Phoenix', 'Failed'],
    ['Connection 1', 'Apache Phoenix', 'Passed'],
  ]);

  // The database of the failed one works again, and that of the other one no longer does.
  await page.route(testRequest, (route) => route.fulfill({ json: { result: true } }));
  await press(page, 'Test failed connections again');
  // The button disappears.
  await expect(page.getByRole('group', { name: 'Tests', exact: true })).toBeFocused();
  await expect(resultRow(page, 'Connection 2')).toContainText(/Passed.*Failed before/s);
  await page.unroute(testRequest);
  await page.route(testRequest, (route) => route.fulfill({ json: { result: false } }));
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('link', { name: 'Test all connections' }).click();
  await press(page, 'Start tests');
  await expect(resultRow(page, 'Connection 1')).toContainText(/Failed.*Passed before/s);
});

test('the table does not move on a small phone while the tests wait', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { caller } = await givenConnections(['one.example']);
  await page.route(testRequest, (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '60' }, json: {} }),
  );
  await openAs(page, caller, '/connections/test');
  const table = page.getByRole('table', { name: 'Test results' });
  const before = await table.evaluate((element) => element.getBoundingClientRect().top + scrollY);
  await press(page, 'Start tests');
  await expect(
    page.getByText(/^Flow Service asks you to wait\. The tests continue in \d+ s\.$/),
  ).toBeVisible();
  expect(await table.evaluate((element) => element.getBoundingClientRect().top + scrollY)).toBe(before);
});

test('tests wait when the service asks to, and leaving the page cancels them', async ({ page }) => {
  const { caller } = await givenConnections(Array.from({ length: 6 }, (_, place) => `host-${place}.example`));
  let tests = 0;
  const waiting: (() => void)[] = [];
  await page.route(testRequest, async (route) => {
    tests += 1;
    if (tests === 1) return route.fulfill({ status: 429, headers: { 'retry-after': '1' }, json: {} });
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
    return route.fulfill({ json: { result: true } }).catch(() => null);
  });
  await openAs(page, caller, '/connections/test');
  await press(page, 'Start tests');
  await expect.poll(() => waiting.length).toBe(4);
  for (const answer of waiting.splice(0)) answer();
  await expect.poll(() => waiting.length).toBe(2);
  await expect(page.getByRole('progressbar', { name: 'Tested' })).toHaveAttribute('aria-valuetext', '4 of 6');
  const canceled = page.waitForEvent('requestfailed');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await canceled;
  await expectStep(page, 'Connections');
  for (const answer of waiting) answer();
  expect(tests).toBe(7);
});

test('canceled tests keep their results, and a page of the list that fails is reported', async ({ page }) => {
  const { caller } = await givenConnections(['one.example', 'two.example']);
  await page.route(/\/connections\?.*limit=100/, async (route) => {
    const isNext = route.request().url().includes('continuationToken=');
    if (isNext) return route.fulfill({ status: 403, json: {} });
    const answer = await route.fetch();
    const body = Object(await answer.json());
    const href = '/flowservice/connections?continuationToken=next';
    return route.fulfill({ json: { ...body, _links: { next: { href } } } });
  });
  await page.route(testRequest, () => null);
  await openAs(page, caller, '/connections/test');
  await expect(page.getByText('Only the newest 2 of 2 connections could be loaded.')).toBeVisible();
  await press(page, 'Start tests');
  await expect(page.getByText('Testing 2 connections…')).toBeVisible();
  await press(page, 'Cancel tests');
  await expect(page.getByText('Tests canceled. 2 not tested.')).toBeVisible();
  // The button disappears, and Tab leads to the buttons that follow it.
  await expect(page.getByRole('group', { name: 'Tests', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Continue tests' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Test all again' })).toBeVisible();
});

test('a double click starts the tests, which read the list again and stop at a refusal', async ({ page }) => {
  const { caller, service } = await givenConnections(['one.example', 'two.example']);
  await openAs(page, caller, '/connections/test');
  await expect(page.getByText('2 connections, not tested yet.')).toBeVisible();
  const { id } = await service.createConnection(caller.sandbox, requestFor('three.example', 'New one'));
  await page.getByRole('button', { name: 'Start tests' }).dblclick();
  await expect(page.getByText('Tests finished. 3 passed.')).toBeVisible();
  await expect(resultRow(page, 'New one')).toContainText('Passed');
  await service.deleteConnection(caller.sandbox, id);
  await page.getByRole('button', { name: 'Test all again' }).dblclick();
  await expect(page.getByText('Tests finished. 2 passed.')).toBeVisible();
  await expect(resultRow(page, 'New one')).toContainText('Deleted');

  await page.route(testRequest, (route) => route.fulfill({ status: 403, body: '' }));
  await press(page, 'Test all again');
  await expect(page.getByText('Tests stopped. 2 not tested.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('permission');
  await page.unroute(testRequest);
  await page.getByRole('button', { name: 'Continue tests' }).dblclick();
  await expect(page.getByText('Tests finished. 2 passed.')).toBeVisible();
});

test('results are kept while the user replaces a token that is not accepted, and the tests continue', async ({
  page,
}) => {
  const { caller } = await givenConnections(['one.example', 'two.example']);
  await openAs(page, caller, '/connections/test');
  await expect(page.getByText('2 connections, not tested yet.')).toBeVisible();
  let tests = 0;
  await page.route(testRequest, (route) => {
    tests += 1;
    return tests === 1 ? route.fallback() : route.fulfill({ status: 401, json: { error_code: '401013' } });
  });
  await press(page, 'Start tests');
  await expect(page.getByText('Tests stopped. 1 passed, 1 not tested.')).toBeVisible();
  await page.unroute(testRequest);
  await page.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Access token')).toBeFocused();
  await field(page, 'Access token').fill(`${caller.accessToken}-newer`);
  await press(page, 'Continue');
  await expectStep(page, 'Test all connections');
  await expect(page.getByText('Tests stopped. 1 passed, 1 not tested.')).toBeVisible();
  await expect(page.getByText('Adobe does not accept this access token.')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Passed' })).toHaveCount(1);
  await press(page, 'Continue tests');
  await expect(page.getByRole('row').filter({ hasText: 'Passed' })).toHaveCount(2);
});
