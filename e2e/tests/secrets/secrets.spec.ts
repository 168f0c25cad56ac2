import { type Page, expect, test } from '@playwright/test';
import { goToReviewAs } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { checkRegion } from '../../support/wizard/check.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { collectTraces, readDocument } from '../../support/measure/traces.ts';
import {
  expectStep,
  field,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

const token = 'eyJhbGciOiJub25lIn0.unmistakable-access-token.signature';
const password = 'unmistakable-password';
const secrets = ['unmistakable-access-token', password];

async function expectNoSecretInDocument(page: Page) {
  const held = await readDocument(page);
  for (const secret of secrets) expect(held).not.toContain(secret);
}

test('no secret is stored where others can read it, and no request goes to another host', async ({
  page,
  baseURL,
}) => {
  const bodies: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes(password)) bodies.push(`${request.method()} ${request.url()}`);
  });
  const { traces, origins, look } = collectTraces(page);
  await openWizard(page);
  await fillCaller(page, { ...(await getOwnCredentials()), accessToken: token });
  await press(page, 'Show access token');
  await look();
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, { ...mycluster, host: 'unreachable.example', password });
  await showPresetFields(page);
  await field(page, 'Port').fill('abc');
  await press(page, 'Continue');
  await look();
  await field(page, 'Port').fill('443');
  await press(page, 'Check connection');
  await expect(checkRegion(page).getByText('Works from this computer')).toBeVisible();
  await expect(checkRegion(page)).not.toContainText(password);
  await look();
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expectNoSecretInDocument(page);
  await look();

  await press(page, 'Create connection');
  await expect(page.getByText('Adobe could not connect to this host.', { exact: true })).toBeVisible();
  await expectNoSecretInDocument(page);
  await look();
  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await field(page, 'Host').fill(mycluster.host);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectNoSecretInDocument(page);
  await look();

  await page.getByRole('link', { name: 'New connection' }).click();
  await expectStep(page, 'Phoenix');
  await expect(field(page, 'Password')).toHaveValue('');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expectNoSecretInDocument(page);
  await look();
  await page.reload();
  await look();

  for (const secret of secrets) expect(traces.filter((trace) => trace.includes(secret))).toEqual([]);
  expect([...origins]).toEqual([baseURL]);
  const create = `POST ${baseURL}/api/flowservice/connections`;
  const check = `POST ${baseURL}/api/check`;
  expect(bodies, 'only the check and the create requests contain the password').toEqual([
    check,
    create,
    create,
  ]);
});

test('error details that quote a secret do not show it, and neither do their copy and the stored attempt', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const caller = await getOwnCredentials();
  const { traces, look } = collectTraces(page);
  await goToReviewAs(page, caller, { ...mycluster, host: 'quoted-password.example', password });
  await press(page, 'Create connection');
  const panel = problemSummary(page);
  await panel.getByText('Error details', { exact: true }).click();
  await expect(panel.getByText('Signing in with •••••••• failed.').first()).toBeVisible();
  await press(page, 'Copy for Adobe Support');
  await expect(panel.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Signing in with •••••••• failed.');
  expect(copied).toContain('FLOW-1100-400');
  for (const secret of [password, caller.accessToken]) expect(copied).not.toContain(secret);
  await expectNoSecretInDocument(page);
  await look();

  await press(page, 'Back');
  await expectStep(page, 'Phoenix');
  await field(page, 'Host').fill('timeout.example');
  await field(page, 'Password').fill(password);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await press(page, 'Stop search');
  await expect(panel).toContainText('Trying again may make a duplicate');
  await expectNoSecretInDocument(page);
  await look();
  expect(
    traces.findLast((trace) => trace.startsWith('held ')),
    'the attempt is stored',
  ).toContain('lost');
  await page.reload();
  await expectStep(page, 'Experience Platform');
  await look();
  for (const secret of [password, caller.accessToken]) {
    expect(traces.filter((trace) => trace.includes(secret))).toEqual([]);
  }
});

test('the console stays empty from the first step to the ID', async ({ page }) => {
  const { traces } = collectTraces(page);
  await goToReviewAs(page, await getOwnCredentials(), mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  expect(traces.filter((trace) => /^(?:console|error) /.test(trace))).toEqual([]);
});
