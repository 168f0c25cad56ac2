import { type Page, expect, test } from '@playwright/test';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { givenConnection, openConnection, requestFor } from '../../support/wizard/connections.ts';
import { importDialog, pasteIntoDialog } from '../../support/wizard/import-dialog.ts';
import { expectStep, field, mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

/** A description of several lines. Pages that only show it join the lines with spaces. */

const lines = 'Line one\nLine two';

const description = (page: Page) => field(page, 'Description (optional)');

async function typeAtTheEnd(page: Page, text: string) {
  await description(page).press('ControlOrMeta+End');
  await page.keyboard.type(text);
}

test('an edit keeps the lines of a description, and Enter begins another line', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  const { service, caller, id } = given;
  const { etag } = await service.getConnection(caller.sandbox, id);
  await service.updateConnection(caller.sandbox, id, etag, [
    { op: 'add', path: '/description', value: lines },
  ]);
  await openConnection(page, given);
  await press(page, 'Edit');
  await expect(description(page)).toHaveAccessibleDescription('For example, the purpose of the connection');
  await typeAtTheEnd(page, '.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Line three');
  await press(page, 'Save changes');
  await expectStep(page, given.name);
  expect(await service.getConnection(caller.sandbox, id)).toMatchObject({
    description: `${lines}.\nLine three`,
  });
  await expect(page.getByText('Line one Line two. Line three', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByText('Line one Line two. Line three', { exact: true })).toBeVisible();
});

test('an imported description keeps its lines when it is edited before the create', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  const body = { ...requestFor(mycluster.host, 'Imported'), description: lines };
  await pasteIntoDialog(page, 'Paste a connection string', JSON.stringify(body));
  await expect(importDialog(page).getByText('Line one Line two', { exact: true })).toBeVisible();
  await press(page, 'Apply');
  await typeAtTheEnd(page, '.');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByText('Line one Line two.', { exact: true })).toBeVisible();
  await press(page, 'Create connection');
  await expectStep(page, 'Imported');
  const id = await readConnectionId(page);
  expect(await askService(caller).getConnection(caller.sandbox, id)).toMatchObject({
    description: `${lines}.`,
  });
});
