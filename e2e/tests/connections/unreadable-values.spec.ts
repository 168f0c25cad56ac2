import { type Page, expect, test } from '@playwright/test';
import { type Given, givenConnection, openAs } from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const host = 'mycluster.azurehdinsight.net';

// The page of a saved connection may still read it.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

/** The part of an answer that a test changes. */
interface Answer {
  readonly items: readonly [{ etag?: string; auth: { specName: string; params: Record<string, unknown> } }];
}

/** Changes the connection as the service returns it, and collects the writes of the page. */
async function returned(page: Page, { id }: Given, change: (connection: Answer['items'][0]) => void) {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(request.method());
  });
  await page.route(`**/connections/${id}`, async (route) => {
    const request = route.request();
    if (request.method() !== 'GET' || request.resourceType() === 'document') return route.continue();
    const response = await route.fetch();
    const answer: Answer = await response.json();
    change(answer.items[0]);
    return route.fulfill({ response, json: answer });
  });
  return writes;
}

test('a connection with an unknown sign-in method is not rotated and not edited', async ({ page }) => {
  const given = await givenConnection(host, 'Sales');
  const writes = await returned(page, given, ({ auth }) => (auth.specName = 'Kerberos Authentication'));
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate secret');
  await expect(page.getByRole('main')).toContainText('the sign-in method “Kerberos Authentication”');
  await expect(field(page, 'Password')).toHaveCount(0);
  await openAs(page, given.caller, `/connections/${given.id}/edit`);
  await expectStep(page, 'Edit connection');
  await expect(page.getByRole('main')).toContainText('does not support this connection’s source or sign-in');
  expect(writes).toEqual([]);
});

test('a setting that cannot be read is not replaced', async ({ page }) => {
  const given = await givenConnection(host, 'Sales');
  const writes = await returned(page, given, ({ auth }) => (auth.params['enableSsl'] = 'yes'));
  await openAs(page, given.caller, `/connections/${given.id}/rotate`);
  await expectStep(page, 'Rotate password');
  await expect(page.getByRole('main')).toContainText('These values cannot be read: Enable SSL.');
  await openAs(page, given.caller, `/connections/${given.id}/edit`);
  await field(page, 'Password').fill('new');
  await press(page, 'Save changes');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Set Enable SSL to on or off.',
  );
  await expect(page.getByRole('switch', { name: 'Enable SSL' })).toHaveAccessibleDescription(
    'Set Enable SSL to on or off.',
  );
  expect(writes).toEqual([]);
  await page.getByRole('switch', { name: 'Enable SSL' }).press('Space');
  const saved = page.waitForRequest((request) => request.method() === 'PATCH');
  await press(page, 'Save changes');
  expect((await saved).postDataJSON()).toMatchObject([{ value: { enableSsl: true, password: 'new' } }]);
});

for (const action of ['Duplicate', 'Copy to another sandbox']) {
  test(`${action}: the form says which values it does not have`, async ({ page }) => {
    const given = await givenConnection(host, 'Sales');
    await returned(page, given, ({ auth }) => {
      auth.params['enableSsl'] = 'yes';
      auth.params['region'] = 'eu';
    });
    await openAs(page, given.caller, `/connections/${given.id}`);
    await expectStep(page, 'Sales');
    await press(page, action);
    if (action !== 'Duplicate') {
      await expectStep(page, 'Experience Platform');
      await field(page, 'Sandbox').fill('dev');
      await field(page, 'Sandbox').press('Tab');
      await press(page, 'Continue');
    }
    await expectStep(page, 'Phoenix');
    const notice = page.getByRole('alert').filter({ hasText: 'Some values were not copied' });
    await expect(notice).toContainText('These values of “Sales” cannot be read: Enable SSL. Enter them.');
    await expect(notice).toContainText('because the source does not describe them: region.');
  });
}

test('a connection without an ETag is not changed, and nobody else is blamed', async ({ page }) => {
  const given = await givenConnection(host, 'Sales');
  let isMissing = true;
  const writes = await returned(page, given, (connection) => {
    if (isMissing) delete connection.etag;
  });
  await openAs(page, given.caller, `/connections/${given.id}/edit`);
  await field(page, 'Description (optional)').fill('Nightly');
  await press(page, 'Save changes');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toContainText('Flow Service returned no ETag of this connection');
  await expect(problem).toContainText('Nothing was saved. Your changes are kept below.');
  expect(writes).toEqual([]);
  isMissing = false;
  await openAs(page, given.caller, `/connections/${given.id}/edit`);
  await expect(field(page, 'Description (optional)')).toHaveValue('Nightly');
  await press(page, 'Save changes');
  await expectStep(page, 'Sales');
  expect(writes).toEqual(['PATCH']);
});
