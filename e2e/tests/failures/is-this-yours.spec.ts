import { type Page, expect, test } from '@playwright/test';
import { goToReviewAs, heldBy } from '../../support/wizard/caller-navigation.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { passTimeUntilVisible } from '../../support/wizard/pass-time.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  type CallerAnswers,
  expectStep,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

/** The connection is created, but the answer is lost between the service and the page's server. */
const lost = { ...mycluster, host: 'timeout-created.example' };
const name = 'Phoenix timeout-created';

/** Simulates a service that does not say which client created a connection. */
async function hideClients(page: Page): Promise<void> {
  await page.route(/\/api\/flowservice\/connections\?/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"createdClient"', '"someClient"');
    await route.fulfill({ response, body });
  });
}

async function createUntilAsked(page: Page, caller: CallerAnswers): Promise<void> {
  await page.clock.install();
  await hideClients(page);
  await goToReviewAs(page, caller, lost);
  await press(page, 'Create connection');
  await passTimeUntilVisible(page, page.getByRole('heading', { name: 'Is this yours?' }));
  await expect(page.getByRole('alert')).toContainText(`named “${name}” that your request may have created.`);
}

test('possible matches are shown with a question, and Open connection opens one', async ({ page }) => {
  const caller = await getOwnCredentials();
  await createUntilAsked(page, caller);
  const [held] = await heldBy(caller);
  await expect(page.getByRole('listitem').filter({ hasText: `ID ${held?.id}` })).toBeVisible();
  await page.getByRole('link', { name: 'Open connection' }).click();
  expect(await readConnectionId(page)).toBe(held?.id);
  expect(await heldBy(caller)).toHaveLength(1);
});

test('Create again makes a second connection only after that question, and Stop trying makes none', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  await createUntilAsked(page, caller);
  await press(page, 'Stop trying');
  await expect(page.getByRole('heading', { name: 'An earlier connection may still appear' })).toBeVisible();
  expect(await heldBy(caller)).toHaveLength(1);
  await press(page, 'Search for connection');
  await passTimeUntilVisible(page, page.getByRole('heading', { name: 'Is this yours?' }));
  await press(page, 'Create again');
  await expect.poll(() => heldBy(caller)).toHaveLength(2);
  // The search for the second connection may be reading the list.
  await page.unrouteAll({ behavior: 'wait' });
});

test('a connection with the same name and another host is not taken for the lost one', async ({ page }) => {
  const caller = await getOwnCredentials();
  await page.clock.install();
  await goToReviewAs(page, caller, { ...mycluster, host: 'timeout.example' });
  await press(page, 'Create connection');
  await expect(page.getByText('The response was lost.', { exact: false })).toBeVisible();
  await askService(caller).createConnection(caller.sandbox, {
    name: 'Phoenix timeout',
    auth: {
      specName: 'Basic Authentication',
      params: { host: 'colleague.example', username: 'admin', password: 'x' },
    },
    connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  });
  await passTimeUntilVisible(page, problemSummary(page));
  await expect(problemSummary(page)).toContainText(
    'Connection not found yet. Trying again may make a duplicate.',
  );
  await expectStep(page, 'Review');
});
