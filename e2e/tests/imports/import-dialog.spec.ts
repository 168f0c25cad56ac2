import { expect, test } from '@playwright/test';
import { expectValues } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import {
  expectPreview,
  importDialog,
  importNotice,
  paste,
  pasteIntoDialog,
  previewLine,
  previewRemarks,
} from '../../support/wizard/import-dialog.ts';
import {
  field,
  fillPhoenix,
  goToPhoenix,
  mycluster,
  openWizard,
  press,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

const key = 'pasted-client';
const organization = 'ABCDEFABCDEFABCDEFABCDEF@AdobeOrg';
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';

const dots = (secret: string) => `•••••••• (${secret.length} characters)`;
const json = (value: unknown) => JSON.stringify(value);
const postman = (values: Readonly<Record<string, string>>) =>
  json({ name: 'E', values: Object.entries(values).map(([name, value]) => ({ key: name, value })) });

/** One example of each format. The tests of the parsers cover the rest. */
const credentialTexts = [
  ['Access token', `Bearer ${token}`, ['Access token']],
  ['Postman environment', postman({ API_KEY: key, IMS_ORG: organization }), ['API key', 'Organization ID']],
  [
    'Developer Console credential',
    json({ CLIENT_SECRETS: ['s3cret'], CLIENT_ID: key, SCOPES: ['openid'], ORG_ID: organization }),
    ['API key', 'Organization ID'],
  ],
  ['Environment file', `export API_KEY=${key}\nACCESS_TOKEN="${token}"`, ['API key', 'Access token']],
  [
    'curl command',
    `curl -X GET 'https://platform.adobe.io/data/foundation/flowservice/connections' \\\n  -H 'Authorization: Bearer ${token}' \\\n  -H 'x-api-key: ${key}' \\\n  -H 'x-sandbox-name: dev'`,
    ['API key', 'Access token', 'Sandbox'],
  ],
] as const;

const addressTexts = [
  [
    'Query server URL',
    'http://user:secret@pqs.example:8765/',
    ['Host', 'Port', 'HTTP path', 'Username', 'Password', 'Enable SSL'],
  ],
  ['Host and port', 'pqs.example:8765', ['Host', 'Port']],
  [
    'Azure Data Factory linked service',
    json({
      name: 'Linked',
      properties: {
        type: 'Phoenix',
        typeProperties: { host: 'adf.example', port: '443', username: 'admin' },
      },
    }),
    ['Host', 'Port', 'Username', 'Connection name'],
  ],
  [
    'Flow Service connection',
    json({ name: 'Of a body', auth: { specName: 'Basic Authentication', params: { host: 'body.example' } } }),
    ['Host', 'Connection name'],
  ],
] as const;

for (const [button, open, texts] of [
  ['Import credentials', openWizard, credentialTexts],
  ['Paste a connection string', goToPhoenix, addressTexts],
] as const) {
  test(`${button}: every supported format is recognized`, async ({ page }) => {
    await open(page);
    for (const [label, text, fields] of texts) {
      await pasteIntoDialog(page, button, text);
      await expect(previewLine(page, `${label}.`)).toBeFocused();
      await expect(importDialog(page).getByRole('row')).toHaveText(['Field', ...fields].map(startingWith));
      await press(page, 'Cancel');
      await expect(importDialog(page)).toBeHidden();
    }
  });
}

test('the preview shows current and found values, and missing values overwrite nothing', async ({ page }) => {
  await openWizard(page);
  await field(page, 'API key').fill('held-key');
  await field(page, 'Organization ID').fill(organization);
  await pasteIntoDialog(
    page,
    'Import credentials',
    postman({
      API_KEY: key,
      IMS_ORG: organization,
      ACCESS_TOKEN: token,
      SANDBOX_NAME: '{SANDBOX_NAME}',
      CLIENT_SECRET: 'client-secret-of-mine',
      TECHNICAL_ACCOUNT_ID: 'someone',
    }),
  );
  await expectPreview(page, [
    ['API key', 'held-key', key],
    ['Organization ID', organization, 'Same'],
    ['Access token', 'Empty', dots(token)],
  ]);
  await expect(previewRemarks(page, 'Skipped placeholders')).toHaveText(['SANDBOX_NAME']);
  await expect(previewRemarks(page, 'Ignored')).toHaveText(['TECHNICAL_ACCOUNT_ID']);
  await expect(previewRemarks(page, 'Notes')).toHaveText([
    'The client secret was skipped because this page does not accept it. To renew tokens automatically, set AEP_CLIENT_ID and AEP_CLIENT_SECRET on the server.',
  ]);
  const shown = await page.content();
  expect(shown).not.toContain(token);
  expect(shown).not.toContain('client-secret-of-mine');

  await page.getByRole('checkbox', { name: 'Replace API key' }).press('Space');
  await press(page, 'Apply');
  await expect(importNotice(page)).toHaveText('Imported from Postman environment: Access token.');
  await expectValues(page, {
    'API key': 'held-key',
    'Organization ID': organization,
    'Access token': token,
    Sandbox: '',
  });
  await press(page, 'Undo import');
  await expect(importNotice(page)).toHaveText('Import undone. Values you entered afterwards are kept.');
  await expectValues(page, { 'API key': 'held-key', 'Access token': '', 'Organization ID': organization });
});

test('an import on the Phoenix step replaces the selected values, and Undo restores the others', async ({
  page,
}) => {
  await goToPhoenix(page);
  await fillPhoenix(page, mycluster);
  await field(page, 'Description (optional)').fill('Mine');
  await pasteIntoDialog(page, 'Paste a connection string', 'http://pqs.example:8765/');
  await expectPreview(page, [
    ['Host', mycluster.host, 'pqs.example'],
    ['Port', '443', '8765'],
    ['HTTP path', '/hbasephoenix0', '/'],
    ['Enable SSL', 'On', 'Off'],
  ]);
  await press(page, 'Apply');
  await showPresetFields(page);
  await expectValues(page, {
    Host: 'pqs.example',
    Port: '8765',
    'HTTP path': '/',
    Username: mycluster.username,
    Password: mycluster.password,
    'Connection name': 'Phoenix pqs',
    'Description (optional)': 'Mine',
  });
  await expect(page.getByRole('radio', { name: 'Phoenix Query Server' })).toBeChecked();
  await press(page, 'Undo import');
  await expectValues(page, {
    Host: mycluster.host,
    Port: '443',
    'HTTP path': '/hbasephoenix0',
    Username: mycluster.username,
    Password: mycluster.password,
    'Connection name': 'Phoenix mycluster',
    'Description (optional)': 'Mine',
  });
});

test('a rejected text stays in the dialog with the reason', async ({ page }) => {
  const zooKeeper = 'jdbc:phoenix:zk1,zk2:2181:/hbase';
  await goToPhoenix(page);
  await field(page, 'Host').focus();
  await paste(page, zooKeeper);
  const box = importDialog(page).getByRole('textbox');
  await expect(box).toHaveValue(zooKeeper);
  const reason = /ZooKeeper.*query server/is;
  await expect(box).toHaveAccessibleDescription(reason);
  await expect(importDialog(page).getByRole('status')).toHaveText(reason);

  await box.fill(`${zooKeeper} and more`);
  await press(page, 'Import');
  await expect(box).toHaveValue(`${zooKeeper} and more`);
  await box.fill('pqs.example:8765');
  await press(page, 'Import');
  await press(page, 'Apply');
  await expectValues(page, { Host: 'pqs.example', Port: '8765' });
});

test('the dialog works with the keyboard alone, and returns the focus when it closes', async ({ page }) => {
  const caller = await getOwnCredentials();
  await openWizard(page);
  const opener = page.getByRole('button', { name: 'Import credentials', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(importDialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(importDialog(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(importDialog(page).getByRole('textbox')).toBeFocused();
  await paste(page, postman({ API_KEY: key, ACCESS_TOKEN: caller.accessToken }));
  await expect(previewLine(page, 'Postman environment.')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Fill in API key' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Fill in Access token' })).toBeFocused();
  for (const button of ['Start over', 'Cancel', 'Apply']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: button, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(importNotice(page)).toHaveText('Imported from Postman environment: Access token.');
  await expect(opener).toBeFocused();
  await expectValues(page, { 'API key': '', 'Access token': caller.accessToken });
});

function startingWith(text: string): RegExp {
  return new RegExp(`^${text}`);
}
