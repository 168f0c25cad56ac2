import { type Page, expect, test } from '@playwright/test';
import { scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import { countCreates } from '../../support/wizard/count-creates.ts';
import { passTimeUntilVisible } from '../../support/wizard/pass-time.ts';
import { simulatorAppPort } from '../../support/servers/ports.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  expectStep,
  goToPhoenix,
  goToReview,
  mycluster,
  openWizard,
  press,
  useDemoCredentials,
} from '../../support/wizard/wizard.ts';

// The tests run one after the other on a separate app, because a scenario applies to every request to the service.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://localhost:${simulatorAppPort}` });

const nothing = 'None';

/** Opens the simulator, selects a scenario, and waits until the service has applied it. */
async function actOut(page: Page, choice: string) {
  await press(page, 'Simulate a failure');
  const dialog = page.getByRole('dialog', { name: 'Simulate a failure' });
  await dialog.getByText(choice, { exact: true }).click();
  await expect(dialog.getByRole('radio', { name: new RegExp(`^${choice}`) })).toBeChecked();
  await press(page, 'Done');
  await expect(dialog).toBeHidden();
}

function acting(page: Page) {
  return page.getByRole('banner').getByRole('paragraph').filter({ hasText: 'Simulating:' });
}

async function openConnections(page: Page) {
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
}

/** Counts how often a page reads the connections from now on. */
function countReads(page: Page): () => number {
  let reads = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/flowservice/connections') reads += 1;
  });
  return () => reads;
}

test.afterEach(async ({ request }) => {
  await request.post('/api/local/reset');
});

test('every failure can be selected, and shows its description and the value that triggers it', async ({
  page,
}) => {
  await openWizard(page);
  await press(page, 'Simulate a failure');
  const radios = page.getByRole('radiogroup', { name: 'For every request' }).getByRole('radio');
  await expect(radios).toHaveCount(scenarios.length + 1);
  await expect(radios.first()).toBeChecked();
  for (const { name, description, reachedBy } of scenarios) {
    const words = ` ${description} (${reachedBy.field}: `;
    await expect(page.getByRole('radio', { name: words }), name).toHaveCount(1);
  }
  const stages = page.getByRole('radiogroup', { name: 'For every request' }).getByRole('group');
  await expect(stages).toHaveCount(8);
  await page.getByRole('searchbox', { name: 'Search failures' }).fill('expired certificate');
  await expect(stages).toHaveCount(1);
  await expect(radios).toHaveCount(2);
  await expect(radios.last()).toHaveAccessibleName(/^Expired certificate The certificate of the database/);
  // In the search field, Escape clears the search.
  await radios.first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(acting(page)).toBeHidden();
});

test('a failure can be turned on, observed and turned off', async ({ page }) => {
  await page.clock.install();
  await goToPhoenix(page);
  await actOut(page, 'Service unavailable');
  await expect(acting(page)).toHaveText(
    'Simulating: Service unavailable. The service is temporarily unavailable (503). Nothing is created.',
  );
  await openConnections(page);
  await passTimeUntilVisible(page, problemSummary(page));
  // The user did not start the failed read, so the focus does not move.
  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeFocused();
  await expect(page.getByRole('alert')).toHaveText(
    'There is a problem. Flow Service had an internal error. Try again in a minute. If the error persists, send the request ID to Adobe Support.',
  );
  await expect(problemSummary(page)).toContainText(
    'Flow Service had an internal error. Try again in a minute. If the error persists, send the request ID to Adobe Support.',
  );

  await page.getByRole('banner').getByRole('button', { name: 'Turn off', exact: true }).click();
  await expect(acting(page)).toBeHidden();
  await problemSummary(page).getByRole('button', { name: 'Try again' }).click();
  await expect(problemSummary(page)).toBeHidden();
  await expect(page.getByText('No connections yet.')).toBeVisible();
});

test('a read that fails briefly is retried automatically', async ({ page }) => {
  await goToPhoenix(page);
  await actOut(page, 'Internal error');
  const asked = countReads(page);
  await openConnections(page);
  await expect.poll(asked).toBeGreaterThanOrEqual(2);
  await actOut(page, nothing);
  await expect(page.getByText('No connections yet.')).toBeVisible();
  await expect(problemSummary(page)).toHaveCount(0);
});

test('a read is retried after the time that the service requested, and not before', async ({ page }) => {
  await openWizard(page);
  await useDemoCredentials(page);
  await actOut(page, 'Rate limited with a wait time');
  const asked = countReads(page);
  await openConnections(page);
  await expect(problemSummary(page).getByText(/^Flow Service asks you to wait [123] s\.$/)).toBeVisible();
  await expect(page.getByText('No connections yet.')).toBeVisible();
  // The service would have refused an early request, and a third one would have followed.
  expect(asked()).toBe(2);
});

test('Cancel or leaving stops a create that has not been sent, and nothing is sent', async ({ page }) => {
  const creates = countCreates(page);
  await goToReview(page, mycluster);
  await actOut(page, 'Slow response');
  await press(page, 'Create connection');
  await expect(page.getByRole('status').filter({ hasText: 'Checking existing connections…' })).toBeVisible();
  await press(page, 'Cancel');
  await expect(page.getByText('Checking existing connections…')).toHaveCount(0);
  await expect(problemSummary(page)).toHaveCount(0);
  await expect(page.getByText('Nothing has been created yet.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Progress' })).toBeFocused();

  await press(page, 'Create connection');
  const calledOff = page.waitForEvent('requestfailed');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave while the connection is being created?' });
  await expect(question).toContainText('Nothing has been sent yet. If you leave, nothing is created.');
  await question.getByRole('button', { name: 'Leave' }).click();
  await calledOff;
  await expectStep(page, 'Connections');
  expect(creates()).toBe(0);
});
