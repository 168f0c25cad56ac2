import { type Page, expect, test } from '@playwright/test';
import { askService, getCredentialsWithSandboxes } from '../../support/servers/flow-service.ts';
import { openAs, requestFor, section } from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

/** Two databases with connections of the same name, and two connections that differ only in the user. */
async function givenSameNames() {
  const caller = await getCredentialsWithSandboxes();
  const service = askService(caller);
  const create = (host: string, name: string, username: string) => {
    const request = requestFor(host, name);
    const params = { ...request.auth.params, username };
    return service.createConnection(caller.sandbox, { ...request, auth: { ...request.auth, params } });
  };
  await create('aaa.example', 'Sales', 'admin');
  await create('bbb.example', 'Sales', 'admin');
  const readers = await create('stock.example', 'Stock', 'reader');
  const writers = await create('stock.example', 'Stock', 'writer');
  await create('other.example', 'Other', 'admin');
  return { caller, readers: readers.id.slice(0, 8), writers: writers.id.slice(0, 8) };
}

/** The password that was sent to each database and user. */
function watchPasswords(page: Page) {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/connections')) return;
    const { host, username, password } = request.postDataJSON().auth.params;
    sent.push(`${host} ${username} ${password}`);
  });
  return sent;
}

test('connections with the same name are told apart wherever they are named', async ({ page }) => {
  const { caller, readers, writers } = await givenSameNames();
  const sent = watchPasswords(page);
  await openAs(page, caller, '/connections/copy');
  await expectStep(page, 'Copy connections');
  const choices = section(page, 'Connections');
  await expect(choices.getByRole('checkbox', { name: `ID ${readers}` })).toHaveCount(1);
  await expect(choices.getByRole('checkbox', { name: `ID ${writers}` })).toHaveCount(1);
  await expect(choices.getByRole('checkbox', { name: /^Sales.*ID/ })).toHaveCount(0);
  await choices.getByRole('button', { name: 'Select all' }).click();
  const sandboxes = section(page, 'Sandboxes');
  await sandboxes.getByRole('searchbox').fill('team-001');
  await sandboxes.getByRole('checkbox', { name: /^team-001/ }).press('Space');

  const names = [
    ['“Sales” (aaa.example)', 'Sales (aaa.example)'],
    ['“Sales” (bbb.example)', 'Sales (bbb.example)'],
    [`“Stock” (stock.example, ID ${readers})`, `Stock (stock.example, ID ${readers})`],
    [`“Stock” (stock.example, ID ${writers})`, `Stock (stock.example, ID ${writers})`],
    ['“Other”', 'Other'],
  ] as const;
  const copies = section(page, 'Copies');
  for (const [quoted, plain] of names) {
    await expect(page.getByRole('checkbox', { name: `Create ${quoted} in sandbox team-001` })).toBeVisible();
    await expect(copies.getByRole('row').getByText(plain, { exact: true })).toBeVisible();
    await field(page, `Password of ${quoted}`).fill(`for ${plain}`);
  }
  await page
    .getByRole('checkbox', { name: 'Create “Sales” (bbb.example) in sandbox team-001' })
    .press('Space');
  await expect(field(page, 'Password of “Sales” (bbb.example)')).toHaveCount(0);
  await press(page, 'Create 4 connections');
  await expect(page.getByText('4 of 4 created.').first()).toBeVisible();
  expect(sent.toSorted((one, other) => one.localeCompare(other))).toEqual([
    'aaa.example admin for Sales (aaa.example)',
    'other.example admin for Other',
    `stock.example reader for Stock (stock.example, ID ${readers})`,
    `stock.example writer for Stock (stock.example, ID ${writers})`,
  ]);
  // The result names a connection as its field did, although no other copy has its name.
  await expect(copies.getByRole('row').getByText('Sales (aaa.example)', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Open “Sales” (aaa.example) in sandbox team-001' }).click();
  await expectStep(page, 'Sales');
});
