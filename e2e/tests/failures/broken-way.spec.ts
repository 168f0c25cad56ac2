import { expect } from '@playwright/test';
import { gatewayBasePath } from '../../../src/flow-service/endpoints.ts';
import { goToPhoenixAs, goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import { startCuttingGateway } from '../../support/network/cutting-gateway.ts';
import { countCreates } from '../../support/wizard/count-creates.ts';
import { askServiceAt, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { passTimeUntilVisible } from '../../support/wizard/pass-time.ts';
import { emulatorPort } from '../../support/servers/ports.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { test } from '../../support/servers/cleanup.ts';
import { expectStep, goToReview, mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

test('the page says that a request that never left the server is safe to send again', async ({
  browser,
  cleanup,
}) => {
  const gateway = await startCuttingGateway();
  cleanup(gateway.close);
  const app = await startOwnApp({ AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  const page = await browser.newPage({ baseURL: app.origin });
  cleanup(() => page.close());
  const creates = countCreates(page);
  const caller = await getOwnCredentials();
  // The steps read first, so that the next read is the one that the click starts.
  const areRead = Promise.all(
    ['/connectionSpecs/', '/connections?'].map((part) =>
      page.waitForResponse((answer) => answer.url().includes(part)),
    ),
  );
  await goToReviewAs(page, caller, mycluster);
  await areRead;
  gateway.vanishAfterNextRead();
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toContainText(
    'The wizard server could not reach Flow Service. The request was not sent. Check the server’s network, then try again. This request changed nothing.',
  );
  await expect(problemSummary(page)).toBeFocused();
  await expect(problemSummary(page)).toContainText(
    'The connection was not created. It is safe to try again.',
  );
  await expect(problemSummary(page).getByRole('figure')).toContainText(
    'The request reached the wizard server but was not sent to Flow Service.',
  );
  await expect(problemSummary(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(creates()).toBe(1);
  const service = askServiceAt(`http://127.0.0.1:${emulatorPort}${gatewayBasePath}`, caller);
  expect(await service.countConnections(caller.sandbox, [])).toBe(0);
});

test('the page notices a missing network, and continues to load when the network is back', async ({
  page,
  context,
}) => {
  const caller = await getOwnCredentials();
  await page.clock.install();
  await goToPhoenixAs(page, caller);
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await page.goBack();
  const notice = page.getByText('You are offline. The page reloads missing data when you are back online.');
  await context.setOffline(true);
  await expect(notice).toBeVisible();
  await page.goForward();
  await expectStep(page, 'Connections');
  await passTimeUntilVisible(page, problemSummary(page));
  await expect(problemSummary(page)).toContainText(
    'The connection to the wizard server was lost before a response arrived.',
  );
  await context.setOffline(false);
  await expect(notice).toBeHidden();
  await expect(problemSummary(page)).toBeHidden();
  await expect(page.getByText('No connections yet.')).toBeVisible();
});

test('a create waits for the network, says that nothing was sent, and continues when the network is back', async ({
  page,
  context,
}) => {
  await goToReview(page, mycluster);
  const creates = countCreates(page);
  await context.setOffline(true);
  await press(page, 'Create connection');
  await expect(page.getByText('Waiting for the network. Nothing has been sent.')).toBeVisible();
  expect(creates()).toBe(0);
  await press(page, 'Cancel');
  await expect(page.getByText('Waiting for the network.')).toBeHidden();
  await press(page, 'Create connection');
  await expect(page.getByText('Waiting for the network. Nothing has been sent.')).toBeVisible();
  await context.setOffline(false);
  await readConnectionId(page);
  expect(creates()).toBe(1);
});
