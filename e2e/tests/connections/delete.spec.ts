import { expect, test } from '@playwright/test';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import { expectStep, goToReview, mycluster, press } from '../../support/wizard/wizard.ts';

test('a connection is deleted after confirmation, and disappears from the list', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete Given connection?' });
  await expect(question).toContainText(given.id);
  await press(page, 'Cancel');
  await expect(question).toBeHidden();
  expect(await given.service.getConnection(given.caller.sandbox, given.id)).toMatchObject({ id: given.id });

  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  await expect(page.getByText('Given connection was deleted from the sandbox.')).toBeVisible();
  await expect(page.getByText('No connections yet.')).toBeVisible();
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(0);
});

test('a connection that is in use is not deleted, and the page says why', async ({ page }) => {
  const given = await givenConnection('in-use.example');
  await openConnection(page, given);
  const usedBy = page.getByRole('region', { name: 'Used by' });
  await expect(usedBy).toContainText('Used by 1 dataflow.');
  await expect(usedBy.getByRole('listitem')).toContainText(['Orders, every night']);
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete Given connection?' });
  await expect(question).toContainText('Used by 1 dataflow. Flow Service rejects the deletion');
  await expect(question.getByRole('listitem')).toContainText(['Orders, every night']);
  await press(page, 'Delete connection');
  const problem = page.getByRole('group', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(problem).toContainText('Dataflows still use this connection. In Experience Platform, delete');
  await expect(problem.getByRole('listitem')).toContainText(['Orders, every night']);
  expect(await given.service.countConnections(given.caller.sandbox, [])).toBe(1);
});

test('a refused delete removes the message that the connection was created', async ({ page }) => {
  await goToReview(page, { ...mycluster, host: 'in-use.example' });
  await press(page, 'Create connection');
  await expect(page.getByText('Connection created', { exact: true })).toBeVisible();
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await expect(page.getByText('Connection created', { exact: true })).toHaveCount(0);
});

test('a connection that another user already deleted counts as deleted', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await given.service.deleteConnection(given.caller.sandbox, given.id);
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
});
