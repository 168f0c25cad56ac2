import { type Page, expect, test } from '@playwright/test';
import { givenConnection, openAs, openConnection } from '../../support/wizard/connections.ts';
import { expectStep, field, press } from '../../support/wizard/wizard.ts';

const rejection = { status: 401, json: { error_code: '401013' } } as const;

/** Answers requests of this method as Adobe does when a token has expired. */
function expireToken(page: Page, url: RegExp, method: string) {
  return page.route(url, (route) =>
    route.request().method() === method ? route.fulfill(rejection) : route.fallback(),
  );
}

async function expectTokenField(page: Page) {
  await expect(page.getByText('Adobe does not accept this access token.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Access token')).toBeFocused();
}

for (const [address, heading] of [
  ['/connections?search=sales', 'Connections'],
  ['/connections/copy', 'Copy connections'],
] as const) {
  test(`${address} with an expired token leads to the token, and back`, async ({ page }) => {
    const given = await givenConnection('sales.example', 'Sales');
    await expireToken(page, /flowservice\/connections\?/, 'GET');
    await openAs(page, given.caller, address);
    await expectStep(page, heading);
    await expectTokenField(page);
    await page.unrouteAll({ behavior: 'wait' });
    await field(page, 'Access token').fill(given.caller.accessToken);
    await press(page, 'Continue');
    await expectStep(page, heading);
    expect(new URL(page.url()).search).toBe(new URL(address, page.url()).search);
    await expect(page.getByText('Sales').first()).toBeVisible();
  });
}

for (const [action, method] of [
  ['test', 'GET'],
  ['deletion', 'DELETE'],
] as const) {
  test(`a ${action} with an expired token leads to the token, and back`, async ({ page }) => {
    const given = await givenConnection('sales.example', 'Sales');
    await expireToken(
      page,
      action === 'test' ? /\/connections\/[^/]+\/test/ : /\/connections\/[^/?]+$/,
      method,
    );
    await openConnection(page, given);
    if (action === 'deletion') {
      await press(page, 'Delete');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    }
    await expectTokenField(page);
    await page.unrouteAll({ behavior: 'wait' });
    await field(page, 'Access token').fill(given.caller.accessToken);
    await press(page, 'Continue');
    await expectStep(page, 'Sales');
  });
}
