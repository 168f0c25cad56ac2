import { type Page, expect, test } from '@playwright/test';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { goToReviewAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import {
  type CallerAnswers,
  expectStep,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

const heading = 'A similar connection exists';

/** The values that the wizard derives from {@link mycluster}. */
const target = {
  host: mycluster.host,
  port: 443,
  httpPath: '/hbasephoenix0',
  username: mycluster.username,
  password: 'another',
  enableSsl: true,
};

async function hold(caller: CallerAnswers, name: string, params: Readonly<Record<string, unknown>>) {
  const { id } = await askService(caller).createConnection(caller.sandbox, {
    name,
    auth: { specName: phoenix.authMethod.specName, params: { ...target, ...params } },
    connectionSpec: phoenix.connectionSpec,
  });
  return id;
}

function duplicates(page: Page) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: 'has the same' });
}

test('Review shows connections with the same name or database, and does not block', async ({ page }) => {
  const caller = await getOwnCredentials();
  await hold(caller, 'Phoenix other', { host: 'other.example' });
  const sameTarget = await hold(caller, 'Of the same target', {});
  await hold(caller, 'Phoenix mycluster', { port: 8765 });
  await hold({ ...caller, sandbox: 'dev' }, 'Phoenix mycluster', {});

  await goToReviewAs(page, caller, mycluster);
  await expect(page.getByText(heading)).toBeVisible();
  await expect(duplicates(page)).toHaveText([
    'Phoenix mycluster has the same name.',
    'Of the same target has the same database.',
  ]);
  await expectNoViolations(page, 'Review with similar connections');
  await page.getByRole('link', { name: 'Of the same target', exact: true }).click();
  await expectStep(page, 'Of the same target');
  expect(await readConnectionId(page)).toBe(sameTarget);

  await page.goBack();
  await expectStep(page, 'Review');
  await press(page, 'Create connection');
  const id = await readConnectionId(page);
  expect((await heldBy(caller)).map((connection) => connection.id)).toContain(id);
  expect(await heldBy(caller)).toHaveLength(4);
});

test('Review shows no notice when there is no similar connection', async ({ page }) => {
  const caller = await getOwnCredentials();
  await hold(caller, 'Phoenix other', { host: 'other.example' });
  await goToReviewAs(page, caller, { ...mycluster, host: 'other.example' });
  await expect(duplicates(page)).toHaveCount(1);
  // The list is now cached, so any notice appears together with Review.
  await page.goBack();
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByRole('button', { name: 'Create connection' })).toBeVisible();
  await expect(page.getByText(heading)).toHaveCount(0);
});
