import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { startSlowGateway } from '../../support/network/slow-gateway.ts';
import { test } from '../../support/servers/cleanup.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

test('after the user left Review, a created connection is announced until seen, and its form is cleared', async ({
  page,
  cleanup,
}) => {
  const gateway = await startSlowGateway(4000);
  cleanup(gateway.close);
  const app = await startOwnApp({ AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  await page.goto(app.origin);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expect(page.getByText('Creating connection…', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave while the connection is being created?' });
  await expect(question).toContainText('The request can’t be canceled.');
  await question.getByRole('button', { name: 'Leave' }).click();
  await expectStep(page, 'Connections');

  await page.getByRole('link', { name: 'New connection' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The connection was created' })).toContainText(
    '“Phoenix mycluster” was created in sandbox prod.',
  );
  await expectNoViolations(page, 'a created connection is announced');
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Host')).toHaveValue('');
  await expect(field(page, 'Password')).toHaveValue('');

  // The notice is not answered yet, so a reload shows it again.
  await page.reload();
  await useDemoCredentials(page);
  await press(page, 'Continue');
  const found = page.getByText('“Phoenix mycluster” was created, although the response was lost.');
  await expect(found).toBeVisible();
  await press(page, 'Open connection');
  await readConnectionId(page);
  await page.getByRole('link', { name: 'New connection' }).click();
  await expectStep(page, 'Phoenix');
  await expect(found).toBeHidden();
});
