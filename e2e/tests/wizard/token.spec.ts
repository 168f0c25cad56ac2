import { type Page, expect, test } from '@playwright/test';
import { expectValues, goToReviewAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { getDemoCredentials, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { lifetime, tokenWith } from '../../support/wizard/token-with.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

const minute = 60_000;
const opened = Date.UTC(2026, 4, 2, 12);
/** The time at which the page's clock stops, so that the test controls it. */
const stopped = opened + 10 * minute;

/** Opens step one on a page whose clock only the test advances. No timer can send a request in between. */
async function openAtStandstill(page: Page) {
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/sandbox-management/')) calls.push(request.url());
  });
  await page.clock.install({ time: opened });
  await openWizard(page);
  await page.clock.pauseAt(stopped);
  return calls;
}

test('the remaining time of a token counts down and is not a live region', async ({ page }) => {
  await openAtStandstill(page);
  await field(page, 'Access token').fill(tokenWith(lifetime(stopped - 22 * minute, 25 * minute)));
  await expect(page.getByText('This token expires in 3 min 0 s.')).toBeVisible();
  await page.clock.runFor(1000);
  await expect(page.getByText('This token expires in 2 min 59 s.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'expires in' })).toHaveCount(0);
  await page.clock.runFor(3 * minute);
  await expect(
    page.getByText('This token expired 1 s ago. Generate a new one. Your other values are kept.'),
  ).toBeVisible();

  await field(page, 'Access token').fill(tokenWith({ client_id: 'a-client' }));
  await expect(page.getByText('This token has no expiration time.')).toBeVisible();
});

test('an expired token is reported and not sent', async ({ page }) => {
  const calls = await openAtStandstill(page);
  await field(page, 'API key').fill('local-demo-client');
  await field(page, 'Organization ID').fill('5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg');
  await field(page, 'Access token').fill(tokenWith(lifetime(stopped - 26 * 60 * minute, 24 * 60 * minute)));
  await expect(page.getByText(/^This token expired 2 h 0 min ago\./)).toBeVisible();
  await page.clock.runFor(2000);
  await press(page, 'Continue');
  await expect(field(page, 'Access token')).toHaveAccessibleDescription(
    'This access token has expired. Generate a new one.',
  );
  expect(calls).toEqual([]);
});

test('an expired token leads to its field, and then back to the previous page', async ({ page }) => {
  await openAtStandstill(page);
  const caller = { ...(await getOwnCredentials()), accessToken: tokenWith(lifetime(stopped, 5 * minute)) };
  await fillCaller(page, caller);
  await press(page, 'Continue');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await page.clock.runFor(6 * minute);
  await press(page, 'Back');
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Access token')).toBeFocused();
  await expect(page.getByText(/^This token expired 1 min 0 s ago\./)).toBeVisible();
  await field(page, 'Access token').fill(tokenWith(lifetime(stopped + 6 * minute, 24 * 60 * minute)));
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await expectValues(page, { Host: mycluster.host, Password: mycluster.password });
});

test('a token of another client is reported before any request, and one click corrects the API key', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  const calls = await openAtStandstill(page);
  await field(page, 'Organization ID').fill(caller.organizationId);
  await field(page, 'Access token').fill(tokenWith({ client_id: 'client-of-the-token' }));
  const advice = page.getByRole('status');
  await expect(
    advice.filter({
      hasText:
        'This token was generated for the credential client-of-the-token. Its client ID is the API key.',
    }),
  ).toBeVisible();

  await field(page, 'API key').fill('another-client');
  await expect(
    advice.filter({
      hasText:
        'This token was generated for another credential, client-of-the-token. The API key and the token must belong to the same credential.',
    }),
  ).toBeVisible();
  expect(calls).toEqual([]);

  await press(page, 'Use client-of-the-token as API key');
  await expect(field(page, 'API key')).toHaveValue('client-of-the-token');
  await expect(advice.filter({ hasText: 'client-of-the-token' })).toHaveCount(0);
  await page.clock.runFor(1000);
  await expect.poll(() => calls.length).toBe(1);
});

test('a new token during the flow keeps all other values', async ({ page }) => {
  const caller = await getOwnCredentials();
  await goToReviewAs(page, caller, {
    host: 'token-expires.example',
    username: 'reader',
    password: ' with edges ',
  });
  await press(page, 'Create connection');
  await page.getByRole('link', { name: 'Change Access token', exact: true }).click();
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Access token')).toBeFocused();
  await expect(field(page, 'Access token')).toHaveAccessibleDescription(
    'Adobe does not accept this access token. It may have expired: tokens are valid for 24 hours. Paste a new token. Your other values are kept.',
  );
  await expectValues(page, {
    'API key': caller.apiKey,
    'Organization ID': caller.organizationId,
    Sandbox: 'prod',
  });
  await field(page, 'Access token').fill((await getDemoCredentials()).accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('definition').filter({ hasText: /^token-expires\.example$/ })).toBeVisible();
  expect(await heldBy({ ...caller, accessToken: (await getDemoCredentials()).accessToken })).toEqual([]);

  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  const held = await heldBy({ ...caller, accessToken: (await getDemoCredentials()).accessToken });
  expect(held).toMatchObject([{ id, auth: { params: { username: 'reader' } } }]);
});
