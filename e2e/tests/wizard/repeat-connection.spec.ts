import { type Page, expect, test } from '@playwright/test';
import { expectValues } from '../../support/wizard/caller-navigation.ts';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import {
  expectStep,
  field,
  mycluster,
  press,
  readConnectionId,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

async function expectCarriedOver(page: Page, name: string) {
  await expectStep(page, 'Phoenix');
  await showPresetFields(page);
  await expectValues(page, {
    Host: mycluster.host,
    Port: '443',
    'HTTP path': '/hbasephoenix0',
    Username: 'admin',
    'Connection name': name,
    Password: '',
  });
}

test('a duplicate of a connection has all values except the password', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Duplicate');
  await expectCarriedOver(page, 'Given connection (copy)');
  await field(page, 'Password').fill(mycluster.password);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expectStep(page, 'Given connection (copy)');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(2);
});

test('a connection can be copied to another sandbox with the same name', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Copy to another sandbox');
  await expectStep(page, 'Experience Platform');
  await expect(
    page.getByText('Copy of “Given connection” from sandbox prod. Choose another sandbox.'),
  ).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toBeFocused();
  await field(page, 'Sandbox').fill('dev');
  await field(page, 'Sandbox').press('Tab');
  await press(page, 'Continue');
  await expectCarriedOver(page, given.name);
  await field(page, 'Password').fill(mycluster.password);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expectStep(page, given.name);
  const id = await readConnectionId(page);
  expect(await given.service.getConnection('dev', id)).toMatchObject({
    name: given.name,
    sandboxName: 'dev',
  });
});
