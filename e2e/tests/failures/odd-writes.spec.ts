import { type Page, expect, test } from '@playwright/test';
import { replayedHeader } from '../../../src/flow-service/idempotency-key.ts';
import { toAnswerText } from '../../../src/testing/odd-values-fixture.ts';
import { goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import { givenConnection, openAs } from '../../support/wizard/connections.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectNoFreeze, typeInto } from '../../support/measure/longest-task.ts';
import { collectComplaints, expectSound } from '../../support/failures/odd-service.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

/** Answers that are not valid for a write, whatever their status. */
const oddReceipts: readonly unknown[] = [
  null,
  '@deep-list@',
  Object.fromEntries([
    ['__proto__', { id: 5 }],
    ['id', '..'],
  ]),
];

/** Answers every write of a page, and the query for its outcome, with the current values of the returned object. */
async function answerWrites(page: Page) {
  const answer: { status: number; body: unknown } = { status: 201, body: null };
  await page.route(/\/api\/(?:flowservice\/connections|attempt)/, (route) => {
    const request = route.request();
    if (request.method() === 'GET' && !request.url().endsWith('/attempt')) return route.fallback();
    return route.fulfill({
      status: answer.status,
      contentType: 'application/json',
      headers: { [replayedHeader]: 'true' },
      body: toAnswerText(answer.body),
    });
  });
  return answer;
}

test('for any response to a create, the page says that the outcome is unknown, and keeps the values', async ({
  page,
}) => {
  const complaints = collectComplaints(page);
  const answer = await answerWrites(page);
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  await expectNoFreeze(page, async () => {
    for (const body of oddReceipts) {
      answer.body = body;
      await press(page, 'Create connection');
      await expect(page.getByText(/^Checking whether it was created$/)).toBeVisible();
      await press(page, 'Stop search');
      await expect(page.getByText(/trying again may make a duplicate/i)).toBeVisible();
      await expectSound(page);
      await press(page, 'Stop trying');
    }
  });
  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Host')).toHaveValue(mycluster.host);
  await expect(field(page, 'Username')).toHaveValue(mycluster.username);
  await expect(field(page, 'Password')).toHaveValue(mycluster.password);
  expect(complaints).toEqual([]);
});

test('for any response to a save, the page says what is known, and keeps the values', async ({ page }) => {
  const complaints = collectComplaints(page);
  const { caller, id, name } = await givenConnection(mycluster.host);
  const answer = await answerWrites(page);
  await openAs(page, caller, `/connections/${id}/edit`);
  await expectStep(page, `Edit ${name}`);
  await typeInto(field(page, 'Password'), 'rotated');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expectNoFreeze(page, async () => {
    for (const [place, body] of oddReceipts.entries()) {
      const isRefusal = place % 2 === 1;
      Object.assign(answer, { status: isRefusal ? 418 : 200, body });
      await typeInto(field(page, 'Connection name'), `Renamed ${place}`);
      await press(page, 'Save changes');
      await expect(problem).toContainText(
        isRefusal ? 'Nothing was saved.' : 'We don’t know whether your changes were saved.',
      );
      await expect(field(page, 'Connection name')).toHaveValue(`Renamed ${place}`);
      await expect(field(page, 'Password')).toHaveValue('rotated');
      await expectSound(page);
    }
  });
  expect(complaints).toEqual([]);
});

test('for any failure of the wizard server, the page continues or says that it cannot continue', async ({
  page,
}) => {
  const nonce = '0'.repeat(32);
  const sound = {
    target: 'other',
    databases: 'real',
    gatewayHost: 'h',
    credentials: null,
    sandbox: null,
    writeNonce: nonce,
  };
  const unusable: readonly unknown[] = [
    null,
    '@deep-list@',
    { ...sound, target: '__proto__' },
    { ...sound, databases: null },
    { ...sound, writeNonce: '..' },
    { ...sound, credentials: { clientId: null, organizationId: [], expiresAt: '@huge-number@' } },
  ];
  let answer: unknown = null;
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/api/environment', (route) =>
    route.fulfill({ contentType: 'application/json', body: toAnswerText(answer) }),
  );
  await page.goto('/');
  for (answer of unusable) {
    const answered = page.waitForResponse('**/api/environment');
    await press(page, 'Try again');
    await answered;
    await expectStep(page, 'The wizard server is not responding');
  }
  answer = {
    ...sound,
    gatewayHost: 'x'.repeat(200_000),
    sandbox: '\u202e__proto__',
    credentials: { clientId: 'a b '.repeat(5000), organizationId: '', expiresAt: 8.64e15 + 1 },
  };
  await press(page, 'Try again');
  await expectStep(page, 'Experience Platform');
  await expectSound(page);
  await expect(page.getByText('an invalid date')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a failure of the wizard server between two clicks keeps the values', async ({ page }) => {
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  await page.route('**/api/environment', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"target":[]}' }),
  );
  await press(page, 'Create connection');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toHaveText(/\S.*\./);
  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Host')).toHaveValue(mycluster.host);
  await expect(field(page, 'Password')).toHaveValue(mycluster.password);
});
