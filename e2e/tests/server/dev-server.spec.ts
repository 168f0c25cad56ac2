import { expect } from '@playwright/test';
import { startDevServer } from '../../support/servers/own-app.ts';
import { test } from '../../support/servers/cleanup.ts';
import {
  expectStep,
  goOnToReview,
  mycluster,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

test('the first visit after an install moves through the steps without a reload, which would clear the token', async ({
  page,
  cleanup,
}) => {
  const server = await startDevServer();
  cleanup(server.close);
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.goto(server.origin);
  // The dev server compiles files on request.
  await expectStep(page, 'Experience Platform');
  await useDemoCredentials(page);
  await goOnToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expect(page.getByText('12 tables.')).toBeVisible();
  expect(loads).toBe(1);
});
