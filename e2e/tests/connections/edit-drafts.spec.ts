import { expect, test } from '@playwright/test';
import { givenConnection, goToConnection, openConnection } from '../../support/wizard/connections.ts';
import { expectStep, field, mycluster, press } from '../../support/wizard/wizard.ts';

test('each connection keeps its unsaved edit while others are edited', async ({ page }) => {
  const first = await givenConnection(mycluster.host, 'First');
  const second = await givenConnection(mycluster.host, 'Second', first.caller);
  await openConnection(page, first);
  await press(page, 'Edit');
  await field(page, 'Connection name').fill('First, renamed');
  await goToConnection(page, second);
  await press(page, 'Edit');
  await expectStep(page, 'Edit Second');
  const restored = page.getByText('Your unsaved changes are restored');
  await expect(restored).toHaveCount(0);

  await goToConnection(page, first);
  await press(page, 'Edit');
  await expectStep(page, 'Edit First');
  await expect(restored).toBeVisible();
  await expect(field(page, 'Connection name')).toHaveValue('First, renamed');
});

test('two submits at once save once', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await openConnection(page, given);
  await press(page, 'Edit');
  await field(page, 'Connection name').fill('Renamed');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  await field(page, 'Connection name').evaluate((input) => {
    const form = input.closest('form');
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await expectStep(page, 'Renamed');
  await expect(page.getByText('Changes saved')).toBeVisible();
  expect(sent.filter((method) => method === 'PATCH')).toHaveLength(1);
});
