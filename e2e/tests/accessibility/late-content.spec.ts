import { expect, test } from '@playwright/test';
import { goToPhoenixAs, goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import {
  expectTest,
  givenConnection,
  openAs,
  openConnection,
  requestFor,
  section,
  tableRow,
} from '../../support/wizard/connections.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { hold } from '../../support/network/hold.ts';
import { expectNothingMoves } from '../../support/measure/places.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillCaller,
  goToReview,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

/** Content that arrives late must not move clickable elements. */

const testing = '**/api/flowservice/connections/*/test';

test('a click that starts before a test result arrives is not lost, and copying moves nothing', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const arrive = await hold(page, testing);
  await openConnection(page, await givenConnection(mycluster.host));
  await page
    .getByRole('button', { name: 'Show request for Create this connection again', exact: true })
    .hover();
  await page.mouse.down();
  await expectNothingMoves(page, 'the test has passed', async () => {
    arrive();
    await expectTest(page, 'Passed');
    await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
  });
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Create this connection again with curl' })).toBeVisible();
  const next = section(page, 'What next');
  await expectNothingMoves(page, 'a command is copied', async () => {
    await next.getByRole('button', { name: 'Copy command' }).click();
    await expect(next.getByText('Copied')).toBeVisible();
  });
});

test('a failed or inconclusive test moves nothing, and its result is visible without scrolling', async ({
  page,
}) => {
  const failing = await givenConnection('test-refused.example', 'Failing');
  await failing.service.createConnection(
    failing.caller.sandbox,
    requestFor('test-times-out.example', 'Without result'),
  );
  await openAs(page, failing.caller, '/connections');
  for (const [name, outcome, result] of [
    ['Failing', 'Failed', 'Connection test failed'],
    ['Without result', 'Unknown', 'Connection test inconclusive'],
  ] as const) {
    const arrive = await hold(page, testing);
    await page.getByRole('link', { name, exact: true }).click();
    await expectStep(page, name);
    await expectNothingMoves(page, `the test is over: ${outcome}`, async () => {
      arrive();
      await expectTest(page, outcome);
      await expect(page.getByRole('button', { name: 'Edit connection', exact: true })).toBeVisible();
    });
    await expect(page.getByText(result), 'visible without scrolling').toBeInViewport();
    await page.unroute(testing);
    await page.goBack();
  }
});

test('sandboxes, their error, the token notice and a withdrawn source move nothing', async ({ page }) => {
  const arrive = await hold(page, '**/api/sandbox-management/**');
  const findSpec = await hold(page, '**/api/flowservice/connectionSpecs/*');
  const caller = { ...(await getOwnCredentials()), apiKey: 'spec-withdrawn' };
  await openWizard(page);
  await expectNothingMoves(page, 'the token is read', async () => {
    await fillCaller(page, caller);
    await expect(page.getByText('This token expires in')).toBeVisible();
    await expect(page.getByText('This token was generated for another credential')).toBeVisible();
  });
  await expectNothingMoves(page, 'the sandboxes are listed', async () => {
    arrive();
    await expect(field(page, 'Sandbox')).toHaveAccessibleDescription(/^2 sandboxes available/);
  });
  await expectNothingMoves(page, 'the token is rejected', async () => {
    await field(page, 'Access token').fill('refused.access.token');
    await expect(page.getByText('Sandboxes could not be loaded.')).toBeVisible();
    await expect(page.getByText('Error details', { exact: true })).toBeVisible();
  });
  await field(page, 'Access token').fill(caller.accessToken);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await expectNothingMoves(page, 'the spec is known to be withdrawn', async () => {
    findSpec();
    await expect(page.getByText('Adobe does not offer Apache Phoenix here')).toBeVisible();
  });
});

test('the sandbox and the token in the header move nothing, however wide the window is', async ({ page }) => {
  const caller = await getOwnCredentials();
  for (const width of [700, 1000, 1150]) {
    await page.setViewportSize({ width, height: 800 });
    await openWizard(page);
    await expectNothingMoves(page, `the header is complete, ${width} pixels wide`, async () => {
      await fillCaller(page, caller);
      await expect(page.getByRole('banner').getByText('Token')).toBeVisible();
    });
  }
});

test('advice on fields moves nothing', async ({ page }) => {
  await goToPhoenixAs(page, await getOwnCredentials());
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await choosePreset(page, 'Phoenix Query Server');
    await showPresetFields(page);
    await expectNothingMoves(page, `advice is given, ${width} pixels wide`, async () => {
      await field(page, 'Host').fill(mycluster.host);
      await field(page, 'Password').fill('a space at the end ');
      await expect(page.getByText('An HDInsight cluster requires port 443')).toBeVisible();
      await expect(page.getByText('The password starts or ends with a space.')).toBeVisible();
    });
    await field(page, 'Host').fill('10.0.0.4');
    await field(page, 'Password').fill('');
    await expectNothingMoves(page, `other advice is given, ${width} pixels wide`, async () => {
      await expect(page.getByText('This address is private.')).toBeVisible();
      await field(page, 'Port').fill('443');
      await expect(page.getByText('Port 443 requires SSL.')).toBeVisible();
    });
    await field(page, 'Host').fill('');
  }
});

test('a duplicate notice, the progress of a create and its error details move nothing', async ({ page }) => {
  const { caller, name } = await givenConnection(mycluster.host, 'Phoenix mycluster');
  const arrive = await hold(page, '**/api/flowservice/connections?*');
  await goToReviewAs(page, caller, mycluster);
  await expectNothingMoves(page, 'a similar connection is found', async () => {
    arrive();
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  });
  const create = await hold(page, '**/api/flowservice/connections', 'POST');
  const read = await hold(page, '**/api/flowservice/connections/*');
  await expectNothingMoves(page, 'a create begins', async () => {
    await press(page, 'Create connection');
    await expect(page.getByText('Creating connection…')).toBeVisible();
  });
  create();
  await readConnectionId(page);
  await expectNothingMoves(page, 'the new connection is read', async () => {
    read();
    await expect(page.getByRole('definition').filter({ hasText: /^enabled$/ })).toBeVisible();
  });
});

test('a create that ends after the user left Review moves nothing', async ({ page }) => {
  const arrive = await hold(page, '**/api/flowservice/connections', 'POST');
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await expect(page.getByText('Creating connection…')).toBeVisible();
  await page.getByRole('link', { name: 'New connection', exact: true }).click();
  await press(page, 'Leave');
  await expectStep(page, 'Phoenix');
  await press(page, 'Back');
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'Sandbox')).toHaveAccessibleDescription(/^2 sandboxes available/);
  await expectNothingMoves(page, 'the connection was created', async () => {
    arrive();
    await expect(page.getByText('The connection was created')).toBeVisible();
  });
});

test('unreadable connections and a lost network move nothing', async ({ page, context }) => {
  const { caller, service } = await givenConnection(mycluster.host);
  await Promise.all(
    Array.from({ length: 24 }, (_, count) =>
      service.createConnection(caller.sandbox, requestFor(mycluster.host, `Number ${count}`)),
    ),
  );
  await openAs(page, caller, '/connections');
  const more = page.getByRole('button', { name: 'Show more', exact: true });
  await expect(more).toBeVisible();
  await expectNothingMoves(page, 'the network is gone', async () => {
    await context.setOffline(true);
    await expect(page.getByText('You are offline.')).toBeVisible();
  });
  await context.setOffline(false);
  await page.route('**/api/flowservice/connections?*', (route) => route.fulfill({ status: 403 }));
  await expectNothingMoves(page, 'no more can be read', async () => {
    await more.click();
    await expect(problemSummary(page)).toBeVisible();
  });
  await page.unroute('**/api/flowservice/connections?*');
  await press(page, 'Try again');
  await expect(page.getByText('25 connections.')).toBeVisible();
});
