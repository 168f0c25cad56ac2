import { expect, test } from '@playwright/test';
import { tuple } from 'fast-check';
import {
  oddClaims,
  oddConnections,
  oddSandboxes,
  oddSpecs,
} from '../../../src/testing/odd-answers-fixture.ts';
import { toAnswerText } from '../../../src/testing/odd-values-fixture.ts';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { goToReviewAs, startAnother } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectNoFreeze, typeInto } from '../../support/measure/longest-task.ts';
import {
  collectComplaints,
  expectSound,
  expectUnread,
  joined,
  readerOf,
  serveOddAnswers,
  tryOddAnswers,
} from '../../support/failures/odd-service.ts';
import {
  expectStep,
  field,
  fillCaller,
  mycluster,
  openWizard,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

const { id: specId } = phoenix.connectionSpec;

test('the first step works with any access token and any list of sandboxes', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  const caller = await getOwnCredentials();
  const [header = '', payload = ''] = caller.accessToken.split('.');
  await openWizard(page);
  await fillCaller(page, caller);
  const manySandboxes = joined(oddSandboxes.map(({ sandboxes }) => sandboxes)).map((sandboxes) => ({
    sandboxes,
  }));
  const claims = oddClaims.filter((odd) => toAnswerText(odd).length < 5000);
  await expectNoFreeze(page, () =>
    tryOddAnswers(tuple(claims, manySandboxes), async ([odd, sandboxes], place) => {
      answers.sandboxes = sandboxes;
      const claim = Buffer.from(toAnswerText(odd)).toString('base64url');
      await typeInto(field(page, 'Access token'), `${header}.${claim}.odd`);
      await expect(page.getByText(/expire[sd]? .*(?:NaN|Infinity|undefined)/)).toHaveCount(0);
      await expectSound(page);
      const { unreadable } = await readerOf(sandboxes).listSandboxes();
      await typeInto(field(page, 'Access token'), `${header}.${payload}.good${place}`);
      await expectUnread(page, unreadable, 'sandbox', 'sandboxes');
      await typeInto(field(page, 'Sandbox'), '');
      // An open list hides the page from assistive technology.
      await page.keyboard.press('Escape');
      await field(page, 'API key').focus();
      await expectSound(page);
    }),
  );
  expect(complaints).toEqual([]);
});

test('the other steps work with any connection spec and any list of connections', async ({ page }) => {
  const complaints = collectComplaints(page);
  const answers = await serveOddAnswers(page);
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  const odd = tuple(oddSpecs(specId), oddConnections(specId));
  await expectNoFreeze(page, () =>
    tryOddAnswers(odd, async ([spec, list], place) => {
      Object.assign(answers, { spec, list });
      await startAnother(page);
      await expectStep(page, 'Experience Platform');
      await typeInto(field(page, 'Sandbox'), `sandbox-${place}`);
      await page.keyboard.press('Escape');
      await press(page, 'Continue');
      await expect(
        page.getByText(
          spec.items.length === 0 ? 'Adobe does not offer Apache Phoenix here' : /source is deprecated$/,
        ),
      ).toBeVisible();
      await press(page, 'Continue');
      await expectStep(page, 'Review');
      const { unreadable } = await readerOf(list).listConnections('prod', {});
      await expectUnread(page, unreadable, 'connection', 'connections');
      await expectSound(page);
    }),
  );
  expect(complaints).toEqual([]);
});

test('a connection can be created when nothing in the sandbox is readable', async ({ page }) => {
  const answers = await serveOddAnswers(page);
  answers.list = { items: [null, 5, [], { name: 'Without an ID' }, { id: '..' }] };
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  await expectUnread(page, 5, 'connection', 'connections');
  await press(page, 'Create connection');
  await readConnectionId(page);
});
