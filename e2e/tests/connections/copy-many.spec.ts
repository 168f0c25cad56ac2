import { type Page, expect, test } from '@playwright/test';
import { problemSummary } from '../../support/wizard/problems.ts';
import { expectRoomAt400 } from '../../support/measure/layout.ts';
import { hold } from '../../support/network/hold.ts';
import { watchCommits } from '../../support/measure/watch-commits.ts';
import { openAs, requestFor, section } from '../../support/wizard/connections.ts';
import { askService, getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const count = 60;

/** Connections to as many databases, so that each has its own password. */
async function givenMany() {
  const caller = await getCredentialsWithSandboxes();
  const service = askService(caller);
  for (let place = 0; place < count; place += 1)
    await service.createConnection(caller.sandbox, requestFor(`host-${place}.example`, `Sales ${place}`));
  return { caller, service };
}

const passwords = (page: Page) => page.getByRole('textbox', { name: /^Password of/ });

async function chooseTeam(page: Page, name: string) {
  const sandboxes = section(page, 'Sandboxes');
  await sandboxes.getByRole('searchbox').fill(name);
  await sandboxes.getByRole('checkbox', { name: new RegExp(`^${name}`) }).press('Space');
}

async function planForOneTeam(page: Page) {
  await section(page, 'Connections').getByRole('button', { name: 'Select all' }).click();
  await chooseTeam(page, 'team-001');
  await expect(page.getByText(`${count} connections will be created.`)).toBeVisible();
}

test('of many secrets, a part is asked for at first, and none that is missing is overlooked', async ({
  page,
}) => {
  const { caller, service } = await givenMany();
  await openAs(page, caller, '/connections/copy');
  await expectStep(page, 'Copy connections');
  await planForOneTeam(page);
  await expect(page.getByRole('row').getByRole('checkbox')).toHaveCount(20);
  await expect(passwords(page)).toHaveCount(20);
  await expect(passwords(page).last()).toHaveAccessibleName('Password of “Sales 40”');

  await section(page, 'Secrets').getByRole('button', { name: 'Show more' }).click();
  await expect(passwords(page)).toHaveCount(40);
  await expect(field(page, 'Password of “Sales 39”')).toBeFocused();

  // The field of the last one is not drawn yet.
  await press(page, `Create ${count} connections`);
  await expect(problemSummary(page)).toBeFocused();
  await expect(problemSummary(page).getByRole('listitem')).toHaveCount(count);
  await problemSummary(page).getByRole('link', { name: 'Enter the password of “Sales 0”.' }).click();
  await expect(field(page, 'Password of “Sales 0”')).toBeFocused();
  await expect(passwords(page)).toHaveCount(41);

  const showMore = section(page, 'Secrets').getByRole('button', { name: 'Show more' });
  await showMore.click();
  await expect(passwords(page)).toHaveCount(count);
  await expect(showMore).toHaveCount(0);
  await expect(passwords(page).last()).toHaveAccessibleName('Password of “Sales 0”');

  // What was typed is kept when the selection changes, so only the selected connections are asked for.
  await passwords(page).last().fill('COPIED');
  const connections = section(page, 'Connections');
  await connections.getByRole('button', { name: 'Clear selection' }).click();
  await expect(passwords(page)).toHaveCount(0);
  await connections.getByRole('searchbox').fill('host-0.example');
  await connections.getByRole('checkbox', { name: /^Sales 0/ }).press('Space');
  await press(page, 'Create 1 connection');
  await expect(page.getByText('1 of 1 created.')).toBeVisible();
  const created = await service.listConnections('team-001', {});
  expect(created.connections.map(({ name }) => name)).toEqual(['Sales 0']);
});

test('a connection with a long word as its name fits on a phone', async ({ page }) => {
  const caller = await getCredentialsWithSandboxes();
  const name = 'Sales_'.repeat(14);
  const { id } = await askService(caller).createConnection(caller.sandbox, requestFor('sales.example', name));
  await openAs(page, caller, `/connections/copy?id=${id}`);
  await expectStep(page, 'Copy connections');
  await chooseTeam(page, 'team-001');
  await expect(field(page, `Password of “${name}”`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Show password of “${name}”`, exact: true })).toBeVisible();
  await expectRoomAt400(page, 'a copy of a connection with a long word');
});

test('the answer of a sandbox draws neither the choices nor the secrets again', async ({ page }) => {
  const { caller } = await givenMany();
  await page.addInitScript(watchCommits);
  await openAs(page, caller, '/connections/copy');
  await expectStep(page, 'Copy connections');
  await planForOneTeam(page);
  const answer = await hold(page, /\/connections\?/);
  await chooseTeam(page, 'team-002');
  await expect(page.getByText('Searching for similar connections…')).toBeVisible();
  await page.evaluate(() => {
    window.commits = [];
  });
  answer();
  await expect(page.getByText(`${2 * count} connections will be created.`)).toBeVisible();
  const drawn = await page.evaluate(() => window.commits.flatMap(({ inputs }) => inputs));
  expect(drawn).toEqual([]);
});
