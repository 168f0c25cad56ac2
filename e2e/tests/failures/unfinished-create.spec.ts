import { type Page, expect, test } from '@playwright/test';
import { goToPhoenixAs, goToReviewAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { countCreates } from '../../support/wizard/count-creates.ts';
import { passTimeUntilVisible } from '../../support/wizard/pass-time.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  type CallerAnswers,
  type PhoenixAnswers,
  expectStep,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

/** The answer takes twenty seconds, but the connection exists at once. */
const slow = { ...mycluster, host: 'slow-answer.example' };
const creating = 'Creating connection… Adobe may test the database first, which can take a minute.';
const looking = 'The search takes up to 90 seconds.';
const wasLost = 'The response was lost.';
const wasLeft =
  'We don’t know yet whether “Phoenix slow-answer” was created in prod. The Phoenix step checks this.';
const notFound = 'Connection not found yet. Trying again may make a duplicate.';
const mayCome = 'The connection may still appear in the sandbox.';

/** Starts a create and waits for the text that says what is in progress. */
async function beginCreate(page: Page, caller: CallerAnswers, answers: PhoenixAnswers, stage: string) {
  await goToReviewAs(page, caller, answers);
  await press(page, 'Create connection');
  await expect(page.getByRole('main').getByText(stage)).toBeVisible();
  if (stage === creating) await expect.poll(() => heldBy(caller)).toHaveLength(1);
}

/** Tries again after an unknown outcome, which asks first. */
async function createAgain(page: Page) {
  await press(page, 'Try again');
  const question = page.getByRole('alertdialog', { name: /Create “.*” again\?/ });
  await expect(question).toContainText('If it did, creating it again makes a duplicate.');
  await question.getByRole('button', { name: 'Create again' }).click();
}

/** Reloads the page and answers the browser's own dialog. */
async function reload(page: Page, answer: 'stay' | 'leave') {
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload().catch(() => null);
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await (answer === 'leave' ? question.accept() : question.dismiss());
  if (answer === 'leave') await reloaded;
}

/** After a reload, the token must be entered again, and the Phoenix step shows the outcome of the create. */
async function returnToPhoenix(page: Page, caller: CallerAnswers) {
  await expectStep(page, 'Experience Platform');
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
}

test('leaving during a create shows a warning, and the connection is found after a reload', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await beginCreate(page, caller, slow, creating);
  await reload(page, 'stay');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave while the connection is being created?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toBeHidden();
  await expectStep(page, 'Review');
  await expect(page.getByRole('status').filter({ hasText: creating })).toBeVisible();

  await reload(page, 'leave');
  await expect(page.getByText(wasLeft)).toBeVisible();
  await returnToPhoenix(page, caller);
  await expect(
    page.getByText('“Phoenix slow-answer” was created, although the response was lost.'),
  ).toBeVisible();
  await press(page, 'Open connection');
  const id = await readConnectionId(page);
  expect(await heldBy(caller)).toMatchObject([{ id }]);
});

test('after a reload, Review offers the created connection instead of creating a second one', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await beginCreate(page, caller, slow, creating);
  await reload(page, 'leave');
  const creates = countCreates(page);
  await returnToPhoenix(page, caller);
  await field(page, 'Password').fill(slow.password);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('button', { name: 'Create connection' })).toHaveCount(0);
  await press(page, 'Open connection');
  const id = await readConnectionId(page);
  expect(creates()).toBe(0);
  expect(await heldBy(caller)).toMatchObject([{ id }]);
});

test('a create without a result is shown as unfinished, and only Try again sends another request', async ({
  page,
}) => {
  await page.clock.install();
  const caller = await getOwnCredentials();
  const nothingMade = { ...mycluster, host: 'timeout.example' };
  await beginCreate(page, caller, nothingMade, 'The response was lost. The search takes');
  // The sent request is already remembered, so there is no warning.
  await page.reload();
  await returnToPhoenix(page, caller);
  await expect(page.getByText(`${wasLost} ${looking}`)).toBeVisible();
  const password = field(page, 'Password');
  await password.pressSequentially('aga');
  await passTimeUntilVisible(page, problemSummary(page));
  await expect(problemSummary(page)).toContainText(`${notFound} ${wasLost} ${mayCome}`);
  await expect(password, 'no warning is shown').toBeFocused();
  await password.pressSequentially('in');
  await expect(password).toHaveValue('again');

  const creates = countCreates(page);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('button', { name: 'Create connection' })).toHaveCount(0);
  await press(page, 'Try again');
  await press(page, 'Cancel');
  expect(creates(), 'nothing is sent before the user has agreed').toBe(0);
  await createAgain(page);
  await expect(page.getByText(`The response was lost. ${looking}`)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Checking whether it was created' })).toBeFocused();
  await expect(page.getByText(`The response was lost. ${looking}`)).toBeInViewport();
  await expect(
    page.getByRole('img', { name: /Adobe, sandbox prod: passed\. Phoenix: unknown\./ }),
  ).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Searching' })).toHaveAttribute('aria-valuemax', '90');
  await press(page, 'Stop search');
  await press(page, 'Stop trying');
  await expect(problemSummary(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Create connection' })).toBeVisible();
  await expect(
    page.getByRole('alert').filter({ hasText: 'An earlier connection may still appear' }),
  ).toContainText('Creating it now may make a duplicate.');
  await press(page, 'Search for connection');
  await expect(page.getByText(`The response was lost. ${looking}`)).toBeVisible();
  expect(creates()).toBe(1);
  expect(await heldBy(caller)).toEqual([]);
});

/** Creates a connection with a new name, and stops the search for its outcome. */
async function loseAnswer(page: Page, caller: CallerAnswers, host: string, name: string) {
  await goToPhoenixAs(page, caller);
  await fillPhoenix(page, { ...mycluster, host });
  await field(page, 'Connection name').fill(name);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await press(page, 'Stop search');
  await expect(problemSummary(page)).toContainText('Trying again may make a duplicate');
  await page.getByRole('link', { name: 'Change Apache Phoenix' }).click();
}

test('a lost connection is found while another one is prepared, and the form keeps its values', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await loseAnswer(page, caller, 'timeout-created-later.example', 'First');
  await field(page, 'Connection name').fill('Second');
  await field(page, 'Host').fill(mycluster.host);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  const found = page.getByText('“First” was created, although the response was lost.');
  await expect(found).toBeVisible();
  await expect(page.getByText('The connection was created.')).toBeVisible();
  await expect(page).toHaveTitle('Review - Phoenix connection');
  await press(page, 'OK');
  await expect(found).toBeHidden();
  await press(page, 'Create connection');
  await expectStep(page, 'Second');
  expect(new Set((await heldBy(caller)).map(({ name }) => name))).toEqual(new Set(['First', 'Second']));
});

test('an error after a lost response is shown alone, and is not called safe to try again', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await loseAnswer(page, caller, 'timeout.example', 'Mine');
  await field(page, 'Host').fill('wrong-password.example');
  await field(page, 'Password').fill('mistyped');
  await press(page, 'Continue');
  await press(page, 'Stop search');
  await createAgain(page);
  await expect(problemSummary(page)).toContainText('The database rejected this username and password.');
  await expect(problemSummary(page)).toHaveCount(1);
  await expect(problemSummary(page)).toContainText(
    'We don’t know yet whether the earlier request created “Mine”. Trying again may make a duplicate.',
  );
  await expect(page.getByText('It is safe to try again')).toHaveCount(0);
  await press(page, 'Find earlier connection');
  await expect(page.getByText(`The response was lost. ${looking}`)).toBeVisible();
  expect(await heldBy(caller)).toEqual([]);
});
