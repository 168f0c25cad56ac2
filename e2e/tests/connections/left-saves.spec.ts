import { type Page, type Route, expect, test } from '@playwright/test';
import { hold } from '../../support/network/hold.ts';
import {
  type Given,
  givenConnection,
  goToConnection,
  openConnection,
  requestFor,
} from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

const typed = 'Typed by the user';

/** Saves the edit in the form, and goes to the list before it is answered. */
async function saveAndLeave(page: Page, { id }: Given, answer: (route: Route) => Promise<void>) {
  await page.route(`**/connections/${id}`, (route) =>
    route.request().method() === 'PATCH' ? answer(route) : route.fallback(),
  );
  const release = await hold(page, `**/connections/${id}`, 'PATCH');
  await press(page, 'Save changes');
  await expect(page.getByText('Saving changes…')).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  release();
}

async function expectProblem(page: Page, result: string) {
  const notice = page.getByRole('alert').filter({ hasText: 'Problem saving “Sales”' });
  await expect(notice).toContainText(result);
  await expect(notice).toContainText(
    'To continue, edit the connection again. Your changes are kept, except the password.',
  );
  await expectStep(page, 'Connections');
  await page.unrouteAll();
}

/** Opens the edit again, which still has what the user typed. */
async function editAgain(page: Page, given: Given) {
  await goToConnection(page, given);
  await press(page, 'Edit');
  await expectStep(page, 'Edit Sales');
  await expect(page.getByText('Your unsaved changes are restored')).toBeVisible();
  await expect(field(page, 'Description (optional)')).toHaveValue(typed);
}

/** How a save fails that was sent, and what the notice says on the page that the user went to. */
const failedSaves: readonly (readonly [string, (given: Given) => (route: Route) => Promise<void>, string])[] =
  [
    [
      'is refused',
      () => (route) => route.fulfill({ status: 400, json: { message: 'Not valid.' } }),
      'Nothing was saved.',
    ],
    [
      'meets a change of another user',
      ({ service, caller, id }) =>
        async (route) => {
          const { etag } = await service.getConnection(caller.sandbox, id);
          await service.updateConnection(caller.sandbox, id, etag, [
            { op: 'replace', path: '/auth/params', value: requestFor('moved.example', '').auth.params },
          ]);
          await route.fallback();
        },
      'Someone else changed the connection. Nothing was saved.',
    ],
  ];

for (const [what, answer, told] of failedSaves) {
  test(`a save that ${what} after the user left is reported, and the edit is kept`, async ({ page }) => {
    const given = await givenConnection(mycluster.host, 'Sales');
    await typeEdit(page, given);
    await saveAndLeave(page, given, answer(given));
    await expectProblem(page, told);
    await editAgain(page, given);
  });
}

const lose = (route: Route) => route.abort('connectionreset');

/** The service saves the changes, and its answer is lost. */
const loseAnswer = async (route: Route) => {
  await route.fetch();
  await lose(route);
};

/** Only the answer of the wizard server says whether a write was sent. Without it, the outcome is unknown. */
const loseMemory = (page: Page) => page.route('**/api/attempt', lose);

async function typeEdit(page: Page, given: Given) {
  await openConnection(page, given);
  await press(page, 'Edit');
  await expectStep(page, 'Edit Sales');
  await field(page, 'Description (optional)').fill(typed);
}

const unknown = 'We don’t know whether your changes were saved.';

for (const [what, isRemembered, told] of [
  ['did not reach the server', true, 'Nothing was saved.'],
  ['may have reached the server', false, unknown],
] as const) {
  test(`a save that ${what} after the user left is reported, and can be repeated`, async ({ page }) => {
    const given = await givenConnection(mycluster.host, 'Sales');
    await typeEdit(page, given);
    if (!isRemembered) await loseMemory(page);
    await saveAndLeave(page, given, lose);
    await expectProblem(page, told);
    await editAgain(page, given);
    await press(page, 'Save changes');
    await expectStep(page, 'Sales');
    expect(await given.service.getConnection(given.caller.sandbox, given.id)).toMatchObject({
      description: typed,
    });
  });
}

test('a save with a password whose answer is lost after the user left is reported as unknown', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host, 'Sales');
  await typeEdit(page, given);
  await field(page, 'Password').fill('another password');
  await loseMemory(page);
  await saveAndLeave(page, given, loseAnswer);
  await expectProblem(page, unknown);
  await editAgain(page, given);
  await expect(field(page, 'Password')).toHaveValue('');
});

test('a save whose answer is lost after the user left is reported as saved where that is certain', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host, 'Sales');
  await typeEdit(page, given);
  await loseMemory(page);
  await saveAndLeave(page, given, loseAnswer);
  await expect(page.getByRole('alert').filter({ hasText: 'Changes saved' })).toBeVisible();
  await page.unrouteAll();
  await goToConnection(page, given);
  await press(page, 'Edit');
  await expectStep(page, 'Edit Sales');
  await expect(field(page, 'Description (optional)')).toHaveValue(typed);
  await expect(page.getByText('Your unsaved changes are restored')).toHaveCount(0);
});
