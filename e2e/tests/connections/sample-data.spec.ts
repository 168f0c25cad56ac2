import { type Route, expect } from '@playwright/test';
import { expectTest, section, tableRow } from '../../support/wizard/connections.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { expectNothingMoves } from '../../support/measure/places.ts';
import { test } from '../../support/servers/cleanup.ts';
import {
  choosePreset,
  fillPhoenix,
  mycluster,
  press,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

const note = 'Sample data: this server does not open databases.';

test('a server that other computers can use shows sample data for every host, and says so', async ({
  page,
  cleanup,
}) => {
  const app = await startOwnApp({ HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://wizard.example.com' });
  cleanup(app.close);
  const askedToTest = new Promise<Route>((resolve) => {
    void page.route('**/connections/*/test', resolve);
  });
  await page.goto(app.origin);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await choosePreset(page, 'Phoenix Query Server');
  // Only a server that no other computer can reach connects to this host.
  await fillPhoenix(page, { ...mycluster, host: 'localhost' });
  await press(page, 'Continue');
  await press(page, 'Create connection');

  const request = await askedToTest;
  const notes = [section(page, 'Test').getByText(note), section(page, 'Tables').getByText(note)];
  for (const one of notes) await expect(one).toBeVisible();
  await expectNothingMoves(page, 'the test passes', async () => {
    await request.continue();
    await expectTest(page, 'Passed');
    await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
  });
  for (const one of notes) await expect(one).toBeVisible();
});
