import { expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

test('a definition of Phoenix that differs refuses or accepts the usual values, and the page says which', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  for (const apiKey of ['spec-new-param', 'spec-renamed-param', 'spec-other-auth-name', 'spec-oauth-only']) {
    await test.step(apiKey, async () => {
      await goToReviewAs(page, { ...caller, apiKey }, mycluster);
      await press(page, 'Create connection');
      await expect(problemSummary(page)).toContainText('The connection was not created.');
    });
  }
  for (const apiKey of ['spec-unknown-required', 'spec-without-auth', 'many-specs']) {
    await test.step(apiKey, async () => {
      await goToReviewAs(page, { ...caller, apiKey }, mycluster);
      await press(page, 'Create connection');
      await readConnectionId(page);
    });
  }
});
