import { type Page, expect, test } from '@playwright/test';
import { goToPhoenixAs } from '../../support/wizard/caller-navigation.ts';
import {
  type Given,
  expectTest,
  givenConnection,
  goToConnection,
  openAs,
  requestFor,
} from '../../support/wizard/connections.ts';
import { getDemoCredentials, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { collectTraces, readDocument } from '../../support/measure/traces.ts';
import { expectStep, field, fillCaller, mycluster, press } from '../../support/wizard/wizard.ts';

async function openEdit(page: Page, { caller, id, name }: Given) {
  await openAs(page, caller, `/connections/${id}/edit`);
  await expectStep(page, `Edit ${name}`);
}

const held = ({ service, caller, id }: Given) => service.getConnection(caller.sandbox, id);

test('only the edited values are saved', async ({ page }) => {
  const owner = await getOwnCredentials();
  /** Creates a connection and opens its edit form. */
  const edit = async (host: string, name: string) => {
    const given = await givenConnection(host, name, owner);
    await goToConnection(page, given);
    await press(page, 'Edit');
    await expectStep(page, `Edit ${name}`);
    return given;
  };
  await goToPhoenixAs(page, owner);

  await test.step('name and description can be changed without the password', async () => {
    const given = await edit(mycluster.host, 'One');
    const before = await held(given);
    await expect(field(page, 'Password')).toHaveValue('');
    await field(page, 'Connection name').fill('Renamed');
    await field(page, 'Description (optional)').fill('For the summer campaign');
    await press(page, 'Save changes');
    await expectStep(page, 'Renamed');
    await expect(page.getByText('For the summer campaign', { exact: true })).toBeVisible();
    await expect(page.getByText('Changes saved')).toBeVisible();
    await expectTest(page, 'Passed');
    const after = await held(given);
    expect(after).toMatchObject({
      name: 'Renamed',
      description: 'For the summer campaign',
      auth: before.auth,
    });
    await press(page, 'Technical details');
    await expect(page.getByText(after.etag)).toBeVisible();
  });

  await test.step('a wrong host can be corrected with the password, and the connection is tested immediately', async () => {
    const given = await edit('test-false.example', 'Wrong host');
    await field(page, 'Host').fill('mycluster');
    await press(page, 'Save changes');
    await expect(problemSummary(page).getByRole('link')).toHaveText(['Enter the password.']);
    await field(page, 'Password').fill('correct horse');
    await press(page, 'Save changes');
    await expectStep(page, given.name);
    await expectTest(page, 'Passed');
    expect((await held(given)).auth?.params).toMatchObject({
      host: 'mycluster.azurehdinsight.net',
      port: 443,
    });
  });

  await test.step('Enter in Host also saves the completed name', async () => {
    const given = await edit(mycluster.host, 'Enter');
    await field(page, 'Password').fill('correct horse');
    await field(page, 'Host').fill('another');
    await field(page, 'Host').press('Enter');
    await expectStep(page, given.name);
    expect((await held(given)).auth?.params).toMatchObject({ host: 'another.azurehdinsight.net' });
  });

  await test.step('an existing short host name is not completed, and needs no password', async () => {
    const given = await edit('mycluster', 'Bare name');
    await field(page, 'Connection name').fill('Renamed');
    await page.keyboard.press('Enter');
    await expectStep(page, 'Renamed');
    expect((await held(given)).auth?.params).toMatchObject({ host: 'mycluster' });
  });

  await test.step('two users edit one connection, and every overwritten change is shown first', async () => {
    const given = await edit(mycluster.host, 'Given connection');
    const { etag } = await held(given);
    await given.service.updateConnection(given.caller.sandbox, given.id, etag, [
      { op: 'replace', path: '/name', value: 'Theirs' },
      { op: 'add', path: '/description', value: 'Theirs too' },
    ]);
    await field(page, 'Connection name').fill('Mine');
    await field(page, 'Password').fill('rotated');
    await press(page, 'Save changes');

    const notice = page.getByRole('group', { name: 'Someone else changed this connection' });
    await expect(notice).toBeFocused();
    const rows = notice.getByRole('row');
    await expect(rows.nth(1).getByRole('cell')).toHaveText([
      'Connection name',
      'Given connection',
      'Theirs',
      'Mine',
    ]);
    await expect(rows.nth(2).getByRole('cell')).toHaveText([
      'Description',
      'Empty',
      'Theirs too',
      'Theirs too',
    ]);
    await expect(field(page, 'Description (optional)')).toHaveValue('Theirs too');
    await expect(field(page, 'Password')).toHaveValue('rotated');
    expect(await held(given)).toMatchObject({ name: 'Theirs' });

    await press(page, 'Save changes');
    await expectStep(page, 'Mine');
    expect(await held(given)).toMatchObject({ name: 'Mine', description: 'Theirs too' });
  });

  await test.step('an edit without changes sends nothing', async () => {
    const given = await edit(mycluster.host, 'Unchanged');
    const before = await held(given);
    await press(page, 'Save changes');
    await expect(page.getByText('No changes to save')).toBeVisible();
    expect(await held(given)).toEqual(before);
  });

  await test.step('a rejected change keeps everything the user typed', async () => {
    const given = await edit(mycluster.host, 'Deleted');
    await given.service.deleteConnection(given.caller.sandbox, given.id);
    await field(page, 'Connection name').fill('Mine');
    await field(page, 'Password').fill('rotated');
    await press(page, 'Save changes');
    const problem = page.getByRole('group', { name: 'There is a problem' });
    await expect(problem).toContainText('Connection not found in this sandbox.');
    await expect(problem).toContainText('Nothing was saved. Your changes are kept below.');
    await expect(field(page, 'Connection name')).toHaveValue('Mine');
    await expect(field(page, 'Password')).toHaveValue('rotated');
  });
});

test('the password of an edit is listed in Secrets in memory, and can be cleared separately', async ({
  page,
}) => {
  const given = await givenConnection(mycluster.host);
  await openEdit(page, given);
  const panel = page.getByRole('group').filter({ has: page.getByText('Secrets in memory') });
  await panel.getByText('Secrets in memory').click();
  await expect(panel.getByRole('listitem')).toHaveText([/^Access token: /]);
  await field(page, 'Password').fill('rotated');
  await expect(panel.getByRole('listitem')).toHaveText([
    /^Access token: /,
    'Password in this form: until you save or leave the form, or until you close or reload the page.',
  ]);
  await field(page, 'Description (optional)').fill('Half done');
  await press(page, 'Clear secrets');
  await expectStep(page, 'Edit connection');
  await expect(page.getByRole('alert').filter({ hasText: 'Secrets cleared' })).toBeVisible();
  await panel.getByText('Secrets in memory').click();
  await expect(panel.getByText('No secrets.')).toBeVisible();

  await page.getByRole('link', { name: 'Enter credentials' }).click();
  await fillCaller(page, given.caller);
  await press(page, 'Continue');
  await expect(page.getByText('Your unsaved changes are restored')).toBeVisible();
  await expect(field(page, 'Password')).toHaveValue('');
  await expect(field(page, 'Description (optional)')).toHaveValue('Half done');
});

test('the page also says when a change cannot be seen', async ({ page }) => {
  const given = await givenConnection('changed-meanwhile.example');
  await openEdit(page, given);
  await field(page, 'Connection name').fill('Mine');
  await press(page, 'Save changes');
  await expect(page.getByText('No visible values changed.')).toBeVisible();
  await press(page, 'Save changes');
  await expectStep(page, 'Mine');
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('after a token expires during an edit, the user re-enters only the password', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openEdit(page, given);
  await field(page, 'Connection name').fill('Mine');
  await field(page, 'Username').fill('somebody');
  await field(page, 'Password').fill('rotated');
  await letTokenExpire(given);
  await press(page, 'Save changes');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toContainText('Nothing was saved.');
  await problem.getByRole('link', { name: 'Change credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await field(page, 'Access token').fill((await getDemoCredentials()).accessToken);
  await press(page, 'Continue');

  await expectStep(page, 'Edit Given connection');
  await expect(page.getByText('Your unsaved changes are restored')).toBeVisible();
  await expect(field(page, 'Connection name')).toHaveValue('Mine');
  await expect(field(page, 'Username')).toHaveValue('somebody');
  await expect(field(page, 'Password')).toHaveValue('');
  await field(page, 'Password').fill('rotated');
  await press(page, 'Save changes');
  await expectStep(page, 'Mine');
  await press(page, 'Edit');
  await expectStep(page, 'Edit Mine');
  await expect(page.getByText('Your unsaved changes are restored')).toBeHidden();
});

/** Uses the scenario token-expires, so that the service refuses the token from then on. */
async function letTokenExpire({ service, caller }: Given) {
  const create = () => service.createConnection(caller.sandbox, requestFor('token-expires.example', 'Any'));
  await expect(() => expect(create()).rejects.toMatchObject({ code: '401013' })).toPass();
}

test('the password of an edit is stored nowhere', async ({ page }) => {
  const given = await givenConnection('changed-meanwhile.example');
  const password = 'unmistakable-password';
  const { traces, look } = collectTraces(page);
  await openEdit(page, given);
  await field(page, 'Password').fill(password);
  await look();
  await press(page, 'Save changes');
  await expect(page.getByText('No visible values changed.')).toBeVisible();
  await look();
  await press(page, 'Save changes');
  await expectTest(page, 'Passed');
  expect(await readDocument(page)).not.toContain(password);
  await look();
  expect(traces.filter((trace) => trace.includes(password))).toEqual([]);
});
