import { type Page, expect, test } from '@playwright/test';
import { replayedHeader } from '../../../src/flow-service/idempotency-key.ts';
import {
  type Given,
  givenConnection,
  leaveDuringDeletion,
  openConnection,
} from '../../support/wizard/connections.ts';
import { expectStep, mycluster, press } from '../../support/wizard/wizard.ts';

/** Responses to a deletion that Adobe does not document. A documented success has no body. */
const bodies = ['{"foo":1}', '[]'];

/** Answers the deletion, and the query for its outcome, with status 200 and this body. */
async function answerDeletion(page: Page, given: Given, body: string, isDeleted: boolean) {
  const answer = {
    status: 200,
    contentType: 'application/json',
    headers: { [replayedHeader]: 'true' },
    body,
  };
  await page.route('**/api/attempt', (route) => route.fulfill(answer));
  await page.route(`**/connections/${given.id}`, async (route) => {
    if (route.request().method() !== 'DELETE') return route.fallback();
    if (isDeleted) await route.fetch();
    return route.fulfill(answer);
  });
}

for (const body of bodies) {
  test(`a deletion that is answered with 200 and ${body} is checked`, async ({ page }) => {
    const given = await givenConnection(mycluster.host);
    await openConnection(page, given);
    await answerDeletion(page, given, body, false);
    await press(page, 'Delete');
    await press(page, 'Delete connection');
    const problem = page.getByRole('group', { name: 'There is a problem' });
    await expect(problem).toBeFocused();
    await expect(problem).toContainText('The response is not from Flow Service.');
    await expect(problem).toContainText('The connection still exists.');
    await expectStep(page, 'Given connection');
    expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);

    await page.unrouteAll();
    await answerDeletion(page, given, body, true);
    await press(page, 'Delete');
    await press(page, 'Delete connection');
    await expectStep(page, 'Connections');
    await expect(page.getByText('“Given connection” was deleted from sandbox')).toBeVisible();
    expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
  });
}

test('after an unreadable response, the page does not claim more than it could read', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  await expect(page.getByRole('button', { name: 'Delete connection' })).toBeEnabled();
  await answerDeletion(page, given, '{"foo":1}', false);
  let isSent = false;
  await page.route(`**/connections/${given.id}`, (route) => {
    isSent ||= route.request().method() === 'DELETE';
    return isSent && route.request().method() === 'GET'
      ? route.fulfill({ status: 403, body: '' })
      : route.fallback();
  });
  await press(page, 'Delete connection');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toContainText('The response is not from Flow Service.');
  await expect(problem).not.toContainText('still exists');
});

test('a user who left the page is told that the connection still exists', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await answerDeletion(page, given, '[]', false);
  await leaveDuringDeletion(page, given);
  const notice = page.getByRole('alert').filter({ hasText: 'Problem deleting “Given connection”' });
  await expect(notice).toContainText('The connection still exists.');
});
