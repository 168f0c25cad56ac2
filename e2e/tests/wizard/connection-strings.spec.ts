import { type Locator, type Page, expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectValues, goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { importDialog, paste, pasteIntoDialog } from '../../support/wizard/import-dialog.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { chooseSource, enterAs } from '../../support/wizard/sources.ts';
import { expectStep, field, press, readConnectionId } from '../../support/wizard/wizard.ts';

const whole = 'Server=db.example;Port=3306;Database=sales;UID=reader;PWD=SECRET-1';
const parts = {
  Server: 'db.example',
  'Port (optional)': '3306',
  Database: 'sales',
  Username: 'reader',
  Password: 'SECRET-1',
};

async function goToMySql(page: Page) {
  const caller = await getOwnCredentials();
  await goToPhoenixAs(page, caller);
  await chooseSource(page, 'MySQL', 'MySQL');
  return caller;
}

async function pasteInto(input: Locator, text: string) {
  await input.focus();
  await paste(input.page(), text);
}

test('fields and text show the same, and switching loses nothing', async ({ page }) => {
  await goToMySql(page);
  for (const [label, value] of Object.entries(parts)) await field(page, label).fill(value);
  await expect(field(page, 'Connection name')).toHaveValue('MySQL db');
  await enterAs(page, 'Connection string');
  await expectValues(page, { 'Connection string': whole });
  await field(page, 'Connection string').fill(`${whole};SslMode=Preferred`);
  await expect(page.getByText('The setting SslMode cannot be entered in the fields.')).toBeVisible();
  await enterAs(page, 'Fields');
  await expectValues(page, parts);
  await field(page, 'Password').fill('a;b');
  await press(page, 'Continue');
  await expect(problemSummary(page)).toContainText('The password has a semicolon');
  await enterAs(page, 'Connection string');
  await expectValues(page, { 'Connection string': `${whole};SslMode=Preferred` });
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByText('SECRET-1')).toHaveCount(0);
});

test('a text pasted into a field fills the fields, or stays a text and says what has no field', async ({
  page,
}) => {
  const caller = await goToMySql(page);
  await pasteInto(field(page, 'Server'), whole);
  await expectValues(page, parts);
  const odd = `${whole};SslMode=Preferred`;
  await pasteInto(field(page, 'Database'), odd);
  await expect(field(page, 'Connection string')).toBeFocused();
  await expectValues(page, { 'Connection string': odd });
  await expect(page.getByText('The setting SslMode cannot be entered in the fields.')).toBeVisible();
  await enterAs(page, 'Fields');
  await expectValues(page, parts);

  await page.reload();
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'MySQL');
  await expectValues(page, { ...parts, Password: '' });
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(stored).not.toContain('SECRET-1');
});

test('a pasted connection string goes to a source that has its keys', async ({ page }) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  await pasteIntoDialog(page, 'Paste a connection string', whole);
  await expect(importDialog(page)).toContainText('This text is for MariaDB or MySQL.');
  await press(page, 'Change source to MySQL');
  await expectStep(page, 'MySQL');
  await expectValues(page, parts);
  await pasteIntoDialog(page, 'Paste a connection string', `${whole};Pooling=1`);
  await expect(importDialog(page)).toContainText('The setting Pooling cannot be entered in the fields.');
  await press(page, 'Apply');
  await expectValues(page, { 'Connection string': `${whole};Pooling=1` });
  await press(page, 'Undo import');
  await expectValues(page, parts);
});

test('a password is replaced with the fields of an existing connection', async ({ page }) => {
  await goToMySql(page);
  await pasteInto(field(page, 'Server'), whole);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await press(page, 'Edit');
  await expectStep(page, 'Edit MySQL db');
  await expectValues(page, { Server: '', Password: '' });
  await field(page, 'Password').fill('SECRET-2');
  await press(page, 'Save changes');
  await expect(problemSummary(page)).toContainText('Enter the server.');
  await pasteInto(field(page, 'Server'), whole.replace('SECRET-1', 'SECRET-2'));
  const sent = page.waitForRequest((request) => request.method() === 'PATCH');
  await press(page, 'Save changes');
  expect((await sent).postDataJSON()).toEqual([
    {
      op: 'replace',
      path: '/auth/params',
      value: { connectionString: whole.replace('SECRET-1', 'SECRET-2') },
    },
  ]);
  await expectStep(page, 'MySQL db');
});
