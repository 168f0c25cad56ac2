import { expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectValues, goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { importDialog, pasteIntoDialog } from '../../support/wizard/import-dialog.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

test('a JDBC URL goes to the source that it names, and fills its connection string', async ({ page }) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  await field(page, 'Host').fill('kept.example');
  await pasteIntoDialog(
    page,
    'Paste a connection string',
    'jdbc:mysql://db.example:3306/sales?user=reader&password=secret-1',
  );
  await expect(importDialog(page)).toContainText('This text is for MySQL.');
  await press(page, 'Change source to MySQL');
  await expectStep(page, 'MySQL');
  await expectValues(page, {
    Server: 'db.example',
    'Port (optional)': '3306',
    Database: 'sales',
    Username: 'reader',
    Password: 'secret-1',
  });
  await page.goBack();
  await expectStep(page, 'Phoenix');
  await expectValues(page, { Host: 'kept.example' });
});

test('a request of another source goes to that source and its auth method', async ({ page }) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  const body = {
    name: 'Orders',
    auth: {
      specName: 'Basic Authentication',
      params: {
        server: 'oracle.example',
        port: '1521',
        database: 'ORCL',
        username: 'reader',
        password: 'pw',
      },
    },
    connectionSpec: { id: 'd6b52d86-f0f8-475f-89d4-ce54c8527328', version: '1.0' },
  };
  await pasteIntoDialog(page, 'Paste a connection string', JSON.stringify(body));
  await press(page, 'Change source to Oracle');
  await expectStep(page, 'Oracle');
  await expectValues(page, {
    Server: 'oracle.example',
    Port: '1521',
    Username: 'reader',
    Password: 'pw',
    'Connection name': 'Orders',
  });
});

test('a URL that the source cannot take says which text Adobe expects', async ({ page }) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  await pasteIntoDialog(page, 'Paste a connection string', 'jdbc:postgresql://db.example:5432/sales');
  await press(page, 'Change source to PostgreSQL');
  await expectStep(page, 'PostgreSQL');
  await expect(page.getByText('Server=db.example;Database=sales;Port=5432;UID=<user>')).toBeVisible();
  await pasteIntoDialog(page, 'Paste a connection string', 'jdbc:postgresql://db.example:5432/sales');
  await expect(importDialog(page).getByRole('textbox')).toHaveAccessibleDescription(
    /Adobe documents this pattern: Server=/,
  );
});

test('a request of a source that is not documented goes to Adobe’s definition of it', async ({ page }) => {
  await goToPhoenixAs(page, { ...(await getOwnCredentials()), apiKey: 'many-specs' });
  const bodyOf = (place: string) =>
    JSON.stringify({
      name: 'CRM',
      auth: { specName: 'API Key', params: { endpoint: 'https://crm.example', apiToken: 'secret-1' } },
      connectionSpec: { id: `c0570000-0000-4000-8000-000000000${place}`, version: '1.0' },
    });
  await pasteIntoDialog(page, 'Paste a connection string', bodyOf('207'));
  await expect(importDialog(page)).toContainText('This text is for custom-source-207.');
  await press(page, 'Change source to custom-source-207');
  await expectStep(page, 'custom-source-207');
  await expectValues(page, {
    Endpoint: 'https://crm.example',
    'API token': 'secret-1',
    'Connection name': 'CRM',
  });

  // Where Adobe lists no such source, the reason stays.
  await pasteIntoDialog(page, 'Paste a connection string', bodyOf('999'));
  await expect(importDialog(page).getByRole('textbox')).toHaveAccessibleDescription(
    /the one with the connection spec c0570000-0000-4000-8000-000000000999/,
  );
});

test('a connection with another auth method of the same source changes the authentication, until undone', async ({
  page,
}) => {
  const oracle = (auth: object) =>
    JSON.stringify({
      name: 'Orders',
      auth,
      connectionSpec: { id: 'd6b52d86-f0f8-475f-89d4-ce54c8527328', version: '1.0' },
    });
  await goToPhoenixAs(page, await getOwnCredentials());
  await pasteIntoDialog(
    page,
    'Paste a connection string',
    oracle({ specName: 'ConnectionString', params: { connectionString: '$ORDERS' } }),
  );
  await press(page, 'Change source to Oracle');
  await expectStep(page, 'Oracle');
  const basic = page.getByRole('radio', { name: 'Basic authentication' });
  await expect(basic).not.toBeChecked();

  const params = { server: 'oracle.example', port: '1521', database: 'ORCL', username: 'OPS_READER' };
  await pasteIntoDialog(
    page,
    'Paste a connection string',
    oracle({ specName: 'Basic Authentication', params }),
  );
  await expect(importDialog(page).getByRole('row', { name: /Authentication/ })).toContainText(
    'Basic authentication',
  );
  await press(page, 'Apply');
  await expect(basic).toBeChecked();
  await expectValues(page, { Server: 'oracle.example', Database: 'ORCL', Username: 'OPS_READER' });
  await press(page, 'Undo import');
  await expect(basic).not.toBeChecked();
  const method = page.getByRole('radiogroup', { name: 'Authentication' });
  await expect(method.getByRole('radio', { name: 'Connection string' })).toBeChecked();
});
