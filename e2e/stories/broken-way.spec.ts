import { expect, test } from '@playwright/test';
import { goToPhoenixAs, goToReviewAs } from '../support/caller-way.ts';
import { startCuttingGateway } from '../support/cutting-gateway.ts';
import { countCreates } from '../support/count-creates.ts';
import { getOwnCredentials } from '../support/flow-service.ts';
import { startOwnApp } from '../support/own-app.ts';
import { passTimeUntilVisible } from '../support/pass-time.ts';
import { problemSummary } from '../support/problems.ts';
import { expectStep, mycluster, press } from '../support/wizard.ts';

test('a request that never left the server is safe to send again, and the page says so', async ({
  browser,
}) => {
  const gateway = await startCuttingGateway();
  const app = await startOwnApp({ AEP_GATEWAY_URL: gateway.origin });
  const page = await browser.newPage({ baseURL: app.origin });
  const creates = countCreates(page);
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  gateway.vanishAfterNextRead();
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toContainText(
    'This page’s server could not reach Flow Service. The request never left it. Check the network of the server, then try again. Nothing was made.',
  );
  await expect(problemSummary(page)).toBeFocused();
  await expect(problemSummary(page)).toContainText(
    'The connection was not created, and it is safe to try again.',
  );
  await expect(problemSummary(page).getByRole('figure')).toContainText(
    'The request got as far as this page’s server and never left it.',
  );
  await expect(problemSummary(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(creates()).toBe(1);
  await page.close();
  await app.close();
  gateway.close();
});

test('a browser without a network is noticed, and reads go on when it is back', async ({ page, context }) => {
  const caller = await getOwnCredentials();
  await page.clock.install();
  await goToPhoenixAs(page, caller);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.goBack();
  const notice = page.getByText(
    'You are offline. What could not be read is asked for again when you are back.',
  );
  await context.setOffline(true);
  await expect(notice).toBeVisible();
  await page.goForward();
  await expectStep(page, 'Connections');
  await passTimeUntilVisible(page, problemSummary(page));
  await expect(problemSummary(page)).toContainText(
    'The connection to this page’s server broke before an answer came.',
  );
  await context.setOffline(false);
  await expect(notice).toBeHidden();
  await expect(problemSummary(page)).toBeHidden();
  await expect(page.getByText('There is none yet.')).toBeVisible();
});
