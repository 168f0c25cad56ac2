import { expect } from '@playwright/test';
import type { Break } from '../../support/network/breaking-relay.ts';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import { openThroughRelay } from '../../support/network/through-relay.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { test } from '../../support/servers/cleanup.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const lostAnswers = [
  ['before its response arrives', { at: 'answer', by: 'reset' }],
  ['in the headers of its response', { at: 'head', by: 'end' }],
  ['in the body of its response', { at: 'body', by: 'end' }],
] satisfies [string, Break][];

for (const [name, lost] of lostAnswers) {
  test(`a Save whose connection breaks ${name} is shown as saved`, async ({ browser, cleanup }) => {
    const { relay, page } = await openThroughRelay(browser, cleanup);
    const given = await givenConnection(mycluster.host);
    await openConnection(page, given);
    await press(page, 'Edit');
    await field(page, 'Connection name').fill('Renamed');
    relay.breakNext(lost);
    await press(page, 'Save changes');
    await expectStep(page, 'Renamed');
    await expect(page.getByText('Changes saved')).toBeVisible();
    expect(await given.service.getConnection(given.caller.sandbox, given.id)).toMatchObject({
      name: 'Renamed',
    });
  });
}

test('a Save that never arrives is shown as not saved, and can be repeated', async ({ browser, cleanup }) => {
  const { relay, page } = await openThroughRelay(browser, cleanup);
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Edit');
  await field(page, 'Connection name').fill('Renamed');
  relay.breakEvery({ at: 'request', by: 'reset' });
  await press(page, 'Save changes');
  await expect(problemSummary(page)).toContainText('The request did not reach the wizard server.');
  await expect(problemSummary(page)).toContainText('Nothing was saved.');
  expect(await given.service.getConnection(given.caller.sandbox, given.id)).toMatchObject({
    name: given.name,
  });
  relay.breakEvery(null);
  await press(page, 'Save changes');
  await expectStep(page, 'Renamed');
});

for (const [name, lost] of lostAnswers.slice(0, 2)) {
  test(`a Delete whose connection breaks ${name} is shown as deleted`, async ({ browser, cleanup }) => {
    const { relay, page } = await openThroughRelay(browser, cleanup);
    const given = await givenConnection(mycluster.host);
    await openConnection(page, given);
    relay.breakNext(lost);
    await press(page, 'Delete');
    await press(page, 'Delete connection');
    await expectStep(page, 'Connections');
    await expect(page.getByText('“Given connection” was deleted from sandbox')).toBeVisible();
    expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
  });
}

test('a Delete that never arrives is shown as not deleted, and can be repeated', async ({
  browser,
  cleanup,
}) => {
  const { relay, page } = await openThroughRelay(browser, cleanup);
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  relay.breakEvery({ at: 'request', by: 'reset' });
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expect(problemSummary(page)).toContainText(
    'The request did not reach the wizard server. Try again. This request changed nothing.',
  );
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
  relay.breakEvery(null);
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
});
