import { type Page, expect, test } from '@playwright/test';
import { realServers, realServersVariable } from '../../src/testing/query-servers.ts';
import { chooseTable, expectTest, section, tableRow } from '../support/wizard/connections.ts';
import { startDevServer } from '../support/servers/own-app.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillPhoenix,
  press,
  readConnectionId,
  useDemoCredentials,
  showPresetFields,
} from '../support/wizard/wizard.ts';

/**
 * Tests a browser and the wizard, started as `npm run dev` does, with a real Phoenix. Run them with `npm run
 * test:phoenix`.
 */

const { ports, username, password } = realServers.parse(JSON.parse(process.env[realServersVariable] ?? ''));

let app: Awaited<ReturnType<typeof startDevServer>>;
test.beforeAll(async () => {
  app = await startDevServer();
});
test.afterAll(() => app.close());

interface Server {
  readonly port: number | undefined;
  readonly password?: string;
  readonly isEncrypted?: boolean;
}

async function createOn(page: Page, server: Server) {
  await page.goto(app.origin);
  await expectStep(page, 'Experience Platform');
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await choosePreset(page, 'Phoenix Query Server');
  await fillPhoenix(page, { host: 'localhost', username, password: server.password ?? password });
  await showPresetFields(page);
  await field(page, 'Port').fill(String(server.port));
  if (server.isEncrypted === true)
    await page
      .getByRole('group', { name: 'Port, HTTP path, Enable SSL' })
      .getByText('Enable SSL', { exact: true })
      .click();
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await press(page, 'Create connection');
  await readConnectionId(page);
}

test('a connection to a real Phoenix is tested, and its tables, columns and rows are shown', async ({
  page,
}) => {
  await createOn(page, { port: ports['plain'] });
  await expectTest(page, 'Passed');
  for (const name of [
    'ALL_TYPES',
    'RETAIL.CUSTOMERS',
    'RETAIL.LARGE_ORDERS',
    '"mixedCase"."customerNotes"',
  ]) {
    await expect(tableRow(page, name)).toBeVisible();
  }
  await chooseTable(page, 'RETAIL.CUSTOMERS');
  await expect(page.getByRole('table', { name: 'Columns' })).toContainText('SIGNED_UP');
  await expect(page.getByRole('table', { name: 'Sample rows' })).toContainText('Aroha Ngata');
  await expect(page.getByRole('table', { name: 'Sample rows' })).toContainText('9007199254740993');
});

test('a real server that checks passwords accepts the right one and reports a wrong one', async ({
  page,
}) => {
  await createOn(page, { port: ports['basic'] });
  await expectTest(page, 'Passed');
  await createOn(page, { port: ports['basic'], password: 'wrong' });
  await expectTest(page, 'Failed');
  await expect(section(page, 'Test')).toContainText('The database rejected this username and password.');
});

for (const [name, server, sentence] of [
  ['an encrypted port without SSL', { port: ports['tls'] }, 'The database uses SSL on this port.'],
  [
    'a self-signed certificate',
    { port: ports['tls'], isEncrypted: true },
    'Adobe does not trust the certificate of the database.',
  ],
  [
    'SSL on a port without it',
    { port: ports['plain'], isEncrypted: true },
    'The database does not use SSL on this port.',
  ],
  ['JSON serialization', { port: ports['json'] }, 'The query server uses JSON instead of PROTOBUF.'],
  [
    'the port of ZooKeeper',
    { port: ports['zooKeeper'] },
    'The server at this port closed the connection without a response.',
  ],
  ['a closed port', { port: 1 }, 'The server does not accept connections on this port.'],
] as const) {
  test(`the page explains what a real server does with ${name}`, async ({ page }) => {
    await createOn(page, server);
    await expectTest(page, 'Failed');
    await expect(section(page, 'Test')).toContainText(sentence);
  });
}
