import { expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToPhoenixAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

test('a renamed param and a new required one are asked for, explained and sent by their names', async ({
  page,
}) => {
  const caller = { ...(await getOwnCredentials()), apiKey: 'spec-renamed-param' };
  await goToPhoenixAs(page, caller);
  const notice = page.getByRole('alert').filter({ hasText: 'The form follows Adobe’s current definition' });
  await expect(notice).toContainText('Adobe now also requires Catalog.');
  await expect(notice).toContainText('Adobe no longer accepts HTTP path, so it is not sent.');
  await fillPhoenix(page, mycluster);
  await field(page, 'Port').fill('443');
  await page.getByLabel(/^Path/i).fill('/hbasephoenix0');
  await press(page, 'Continue');
  await expect(problemSummary(page)).toContainText('Catalog');
  await field(page, 'Catalog').fill('main');
  await field(page, 'Connection name').fill('Renamed');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/connections'),
  );
  await press(page, 'Create connection');
  expect((await sent).postDataJSON().auth.params).toEqual({
    host: mycluster.host,
    port: 443,
    path: '/hbasephoenix0',
    username: mycluster.username,
    password: mycluster.password,
    enableSsl: false,
    catalog: 'main',
  });
  await readConnectionId(page);
  expect(await heldBy(caller)).toHaveLength(1);
});

test('every other definition of Phoenix that differs can be used, and the page says how it differs', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  for (const [apiKey, words] of [
    ['spec-new-param', 'Adobe now also requires Catalog.'],
    ['spec-other-auth-name', 'The authentication is now named Basic Authentication for Phoenix.'],
    ['spec-unknown-required', 'requires keyspace but does not describe it'],
    ['spec-without-auth', 'Adobe’s definition of Apache Phoenix cannot be used.'],
  ] as const) {
    await test.step(apiKey, async () => {
      await goToPhoenixAs(page, { ...caller, apiKey });
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
      await fillPhoenix(page, mycluster);
      if (apiKey === 'spec-new-param') await field(page, 'Catalog').fill('main');
      await press(page, 'Continue');
      await press(page, 'Create connection');
      await readConnectionId(page);
    });
  }
});

test('a definition with OAuth only offers its raw fields', async ({ page }) => {
  await goToPhoenixAs(page, { ...(await getOwnCredentials()), apiKey: 'spec-oauth-only' });
  await expect(page.getByRole('alert').filter({ hasText: 'current definition' })).toBeVisible();
  await field(page, 'Host').fill('db.example');
  for (const label of ['clientId', 'clientSecret', 'refreshToken'])
    await page.getByLabel(label, { exact: true }).fill('x');
  await field(page, 'Connection name').fill('By consent');
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
});
