import { type Page, expect, test } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import {
  givenConnection,
  openAs,
  openConnection,
  submitTwice,
  tabTo,
} from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';
const newPassword = 'NEW-UNMISTAKABLE';

/** Three connections of one organization, of which two lead to the same database. */
async function givenThree() {
  const first = await givenConnection(host, 'Sales');
  const second = await givenConnection(host, 'Stock', first.caller);
  const other = await givenConnection('other.example', 'Other', first.caller);
  return { first, second, other };
}

/** The state that the page shows for a connection. */
const stateOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function expectNoTrial(given: Awaited<ReturnType<typeof givenThree>>) {
  const { connections } = await given.first.service.listConnections(given.first.caller.sandbox, {});
  expect(connections.map(({ name }) => name).toSorted()).toEqual(['Other', 'Sales', 'Stock']);
}

test('the password of all connections to a database is replaced after a trial, by keyboard', async ({
  page,
}) => {
  const given = await givenThree();
  await openConnection(page, given.first);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await expect(page.getByText('2 connections use the same database and user.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Other' })).toHaveCount(0);
  await expectNoViolations(page, 'before a rotation');
  await expectRoomAt400(page, 'before a rotation');
  await press(page, 'Rotate password');
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/Enter the password/);
  await field(page, 'Password').fill(newPassword);
  await submitTwice(page);
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  for (const name of ['Sales', 'Stock']) {
    await expect(stateOf(page, name)).toContainText('Has the new password, test passed');
  }
  await expectNoViolations(page, 'after a rotation');
  await expectNoTrial(given);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(
    newPassword,
  );
  expect(await page.content()).not.toContain(newPassword);
});

test('a password that the database rejects changes nothing, and leaves no temporary connection', async ({
  page,
}) => {
  const given = await givenConnection('test-false.example', 'Sales');
  const before = await given.service.getConnection(given.caller.sandbox, given.id);
  await openConnection(page, given);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(
    page.getByText('Adobe’s test with the new password failed. No connection was changed.'),
  ).toBeVisible();
  await expect(stateOf(page, 'Sales')).toContainText('Has the old password');
  const after = await given.service.getConnection(given.caller.sandbox, given.id);
  expect(after.etag).toBe(before.etag);
  const { connections } = await given.service.listConnections(given.caller.sandbox, {});
  expect(connections.map(({ name }) => name)).toEqual(['Sales']);
});

test('after a lost answer and a reload, the rotation is continued', async ({ page }) => {
  const given = await givenThree();
  await openConnection(page, given.first);
  await press(page, 'Rotate password');
  await expectStep(page, 'Rotate password');
  const change = `**/connections/${given.second.id}`;
  await page.route(change, (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.route('**/api/attempt', (route) => route.abort());
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect(page.getByText('The response for “Stock” was lost')).toBeVisible({ timeout: 60_000 });
  await expect(stateOf(page, 'Sales')).toContainText('Has the new password');
  await expect(stateOf(page, 'Stock')).toContainText('Unknown');
  await page.unrouteAll();

  await openAs(page, given.first.caller, `/connections/${given.first.id}/rotate`);
  await expect(
    page.getByText('The rotation was interrupted. 1 of 2 connections has the new password.'),
  ).toBeVisible();
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Continue rotation');
  await expect(page.getByText('2 of 2 connections have the new password.')).toBeVisible();
  await expectNoTrial(given);
});

test('of many connections some are chosen by keyboard, and the steps are announced', async ({ page }) => {
  const first = await givenConnection(host, 'Sales 0');
  for (let place = 1; place < 30; place += 1) {
    await givenConnection(host, `Sales ${place}`, first.caller);
  }
  await openAs(page, first.caller, `/connections/${first.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await expect(page.getByText('30 connections use the same database')).toBeVisible();
  // All at once would take seconds with 500 connections.
  await expect(page.getByRole('checkbox')).toHaveCount(8);
  await expectNoViolations(page, 'before a rotation of many');
  const told = await watchAnnouncements(page);

  await tabTo(page, 'button', 'Clear selection');
  await page.keyboard.press('Enter');
  await expect(page.getByText('30 found, 0 selected.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rotate password' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText('30 found, 30 selected.')).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, 'searchbox', 'Search connections');
  await page.keyboard.type('Sales 1');
  await tabTo(page, 'button', 'Select all found');
  await page.keyboard.press('Enter');
  await expect(page.getByText('12 found, 12 selected.')).toBeVisible();
  await field(page, 'Password').fill(newPassword);
  const changes: string[] = [];
  page.on('request', (request) => changes.push(request.method()));
  await page.getByRole('searchbox', { name: 'Search connections' }).press('Enter');
  await expect(page.getByText('12 found, 12 selected.')).toBeVisible();
  expect(changes, 'Enter in the search starts no rotation').toEqual([]);
  await field(page, 'Password').press('Enter');
  await expect(page.getByText('12 of 12 connections have the new password.')).toBeVisible();
  expect(await told()).toContain('Trying the new password with a temporary connection…');
});

test('a page that is left while a connection is read changes nothing more', async ({ page }) => {
  const given = await givenThree();
  const read = `**/connections/${given.second.id}`;
  const held: (() => void)[] = [];
  await openAs(page, given.first.caller, `/connections/${given.first.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await page.route(read, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    await new Promise<void>((resolve) => {
      held.push(resolve);
    });
    return route.continue();
  });
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') writes.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  await field(page, 'Password').fill(newPassword);
  await press(page, 'Rotate password');
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  const answered = page.waitForResponse(read);
  for (const go of held) go();
  await answered;
  await page.goBack();
  await expect(
    page.getByText('The rotation was interrupted. 1 of 2 connections has the new password.'),
  ).toBeVisible();
  await expect(stateOf(page, 'Stock')).toContainText('Has the old password');
  expect(writes).toEqual([given.first.id]);
});

test('the secrets are not cleared during a trial, and a temporary connection that is left is shown', async ({
  page,
}) => {
  const given = await givenThree();
  await openAs(page, given.first.caller, `/connections/${given.first.id}/rotate`);
  await expectStep(page, 'Rotate password');
  let answer: () => void = () => undefined;
  await page.route(/\/api\/.*\/test$/, async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return route.continue();
  });
  await page.route('**/connections/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 403, body: '' }) : route.continue(),
  );
  await press(page, 'Secrets in memory');
  await field(page, 'Password').fill(newPassword);
  const sent = page.waitForRequest(/\/api\/.*\/test$/);
  await press(page, 'Rotate password');
  await sent;
  await expect(page.getByRole('button', { name: 'Clear secrets' })).toBeDisabled();

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  const left = page.getByText('A temporary connection may still exist');
  await expect(page.getByRole('link', { name: 'Stock' })).toBeVisible();
  await expect(left).toHaveCount(0);
  answer();
  await expect(left).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear secrets' })).toBeEnabled();
  await expectNoViolations(page, 'a temporary connection that is left');
  await page.unrouteAll();
  await press(page, 'Open the rotation');
  await expectStep(page, 'Rotate password');
  await press(page, 'Delete it');
  await expect(page.getByText('A temporary connection was left')).toHaveCount(0);
  await expectNoTrial(given);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect(left).toHaveCount(0);
});

/** Returns the texts that screen readers announced since: only those of elements that existed before. */
async function watchAnnouncements(page: Page) {
  const texts = await page.evaluateHandle(() => {
    const seen: string[] = [];
    for (const region of document.querySelectorAll('[role=status]')) {
      new MutationObserver(() => seen.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    return seen;
  });
  return () => texts.jsonValue();
}
