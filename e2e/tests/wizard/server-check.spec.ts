import { expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import { checkRegion, checkedHop } from '../../support/wizard/check.ts';
import { chooseSource, enterAs } from '../../support/wizard/sources.ts';
import { field, press, readConnectionId } from '../../support/wizard/wizard.ts';

test('the server of any source is checked up to the encryption, by its fields, its text or its URL', async ({
  page,
}) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  await chooseSource(page, 'MySQL', 'MySQL');
  await expect(checkRegion(page)).toContainText('the check uses 3306, the usual port of MySQL');
  await field(page, 'Server').fill('no-such-host.example');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('This host name does not exist.');
  await checkRegion(page).getByRole('link', { name: 'Go to Server' }).click();
  await expect(field(page, 'Server')).toBeFocused();
  await field(page, 'Server').fill('db.example');
  await press(page, 'Check connection');
  await expect(checkedHop(page, 'Network')).toContainText('Passed');
  await expect(checkedHop(page, 'Encryption')).toContainText(
    'Not testablePart of the database protocol, not tested',
  );
  await expect(checkedHop(page, 'Sign-in')).toHaveCount(0);

  await enterAs(page, 'Connection string');
  await press(page, 'Check connection');
  await expect(field(page, 'Connection string')).toHaveAccessibleDescription(/Enter the connection string/);
  await field(page, 'Connection string').fill('Database=sales;Pooling=1');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('Your values do not include a host and port to check.');
  await field(page, 'Connection string').fill('Server=port-closed.example;Port=4000;Pooling=1');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('The server does not accept connections on this port.');
  await checkRegion(page).getByRole('link', { name: 'Go to Connection string' }).click();
  await expect(field(page, 'Connection string')).toBeFocused();

  await chooseSource(page, 'Azure Data Explorer', 'Data Explorer');
  await field(page, 'Endpoint').fill('https://sales.example');
  await press(page, 'Check connection');
  await expect(checkedHop(page, 'Encryption')).toContainText('Passed');

  await chooseSource(page, 'Google BigQuery', 'BigQuery');
  await expect(checkRegion(page)).toContainText(
    'Not available because BigQuery connections have no server address.',
  );
  await expect(page.getByRole('button', { name: 'Check connection' })).toHaveCount(0);
});

test('the server of a stored connection is checked, with a connection string that is entered again', async ({
  page,
}) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  await chooseSource(page, 'Apache Cassandra', 'Cassandra');
  await field(page, 'Host').fill('cassandra.example');
  await field(page, 'Username').fill('reader');
  await field(page, 'Password').fill('SECRET-1');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await press(page, 'Check connection');
  await expect(checkedHop(page, 'Network')).toContainText('Passed');
  await expect(field(page, 'Password')).toHaveCount(0);

  await page.getByRole('link', { name: 'New connection' }).click();
  await chooseSource(page, 'PostgreSQL', 'PostgreSQL');
  await field(page, 'Connection string').fill('Server=sales.example;UID=reader;Password=SECRET-2');
  await field(page, 'Connection name').fill('Sales');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('Enter the connection string to check the server in it.');
  await field(page, 'Connection string').fill('Server=sales.example;UID=reader;Password=SECRET-2');
  await press(page, 'Check connection');
  await expect(checkedHop(page, 'Network')).toContainText('Passed');
});
