import { expect } from '@playwright/test';
import { test } from '../../support/servers/own-checks.ts';
import { startScreenReader } from '../../support/measure/screen-reader.ts';
import { hold } from '../../support/network/hold.ts';
import { expectNothingMoves } from '../../support/measure/places.ts';
import { checkedHop, checkRegion } from '../../support/wizard/check.ts';
import { tabTo } from '../../support/wizard/connections.ts';
import { expectProblems, problemSummary } from '../../support/wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  field,
  fillPhoenix,
  goToPhoenix,
  mycluster,
  press,
} from '../../support/wizard/wizard.ts';

const misconfigurations = [
  ['no-such-host.example', 'DNS', 'This host name does not exist.', 'Host', null],
  ['169.254.169.254', 'DNS', 'The wizard server is not allowed to connect to this address.', 'Host', null],
  ['port-closed.example', 'Network', 'The server does not accept connections on this port.', 'Port', null],
  ['port-filtered.example', 'Network', 'The host does not respond on this port.', 'Port', null],
  ['port-not-encrypted.example', 'Encryption', 'This port does not use SSL.', 'Enable SSL', 'Turn off SSL'],
  ['certificate-expired.example', 'Encryption', 'The certificate of the server has expired.', 'Host', null],
  [
    'certificate-self-signed.example',
    'Encryption',
    'The certificate of the server is self-signed.',
    'Host',
    null,
  ],
  [
    'certificate-other-name.example',
    'Encryption',
    'The certificate is for another host name.',
    'Host',
    'Use other-name.example',
  ],
  ['wrong-path.example', 'HTTP path', 'There is no query server at this path.', 'HTTP path', null],
  ['test-refused.example', 'Sign-in', 'The server rejected this username and password.', 'Password', null],
  ['kerberos.example', 'Sign-in', 'The server requires Kerberos sign-in.', 'Username', null],
  ['json-server.example', 'Query server', 'The query server uses JSON instead of PROTOBUF.', null, null],
  ['not-phoenix.example', 'Query server', 'The server at this port is not a query server.', 'Port', null],
  ['server-down.example', 'Query server', 'The gateway could not reach the query server.', null, null],
  ['hbase-down.example', 'Query server', 'The query server did not respond in time.', null, null],
] as const;

test('each misconfigured database fails at its own hop, with its own message, field and fix', async ({
  page,
}) => {
  await goToPhoenix(page);
  await fillPhoenix(page, mycluster);
  for (const [host, stage, sentence, label, fix] of misconfigurations) {
    await test.step(host, async () => {
      await field(page, 'Host').fill(host);
      await press(page, 'Check connection');
      await expect(checkRegion(page).getByText(sentence, { exact: true })).toBeVisible();
      await expect(checkedHop(page, stage)).toContainText('Failed');
      await expect(checkRegion(page)).not.toContainText(mycluster.password);
      const links = checkRegion(page).getByRole('link', { name: /^Go to / });
      await expect(links).toHaveText(label === null ? [] : [`Go to ${label}`]);
      const fixes = checkRegion(page).getByRole('button').filter({ hasNotText: 'Check connection' });
      await expect(fixes).toHaveText(fix === null ? [] : [fix]);
      if (label === null) return;
      await links.click();
      const control = label === 'Enable SSL' ? page.getByRole('switch', { name: label }) : field(page, label);
      await expect(control).toBeFocused();
    });
  }
});

test('a check finds its fields invalid, moves nothing, is fixed with one click, and becomes outdated', async ({
  page,
}) => {
  await goToPhoenix(page);
  await press(page, 'Check connection');
  await expectProblems(page, [
    { field: 'Host', message: 'Enter the host of the Phoenix server, such as mycluster.azurehdinsight.net.' },
    { field: 'Username', message: 'Enter the username.' },
    { field: 'Password', message: 'Enter the password.' },
  ]);
  await expect(problemSummary(page)).toBeFocused();
  // A short host name is completed, and no name of the connection is needed.
  await fillPhoenix(page, { ...mycluster, host: 'mycluster' });
  await field(page, 'Connection name').fill('');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    const arrive = await hold(page, '**/api/check', 'POST');
    await press(page, 'Check connection');
    await expect(page.getByRole('button', { name: 'Cancel check' })).toBeVisible();
    await expectNothingMoves(page, `the results of the check arrive, ${width} pixels wide`, async () => {
      arrive();
      await expect(checkRegion(page).getByText('Works from this computer')).toBeVisible();
    });
    await page.unroute('**/api/check');
  }
  await expect(checkRegion(page)).toContainText(
    'Checked from this computer. Adobe connects from its own network.',
  );
  await expect(
    checkRegion(page).getByRole('link', { name: /^Adobe’s IP addresses for region VA7/ }),
  ).toBeVisible();
  await expect(checkRegion(page)).toContainText('Sample database');
  await expect(checkedHop(page, 'Query server')).toContainText('Phoenix 5.2');
  await expect(checkedHop(page, 'Tables')).toContainText('12 tables');
  await checkRegion(page).getByText('Certificate', { exact: true }).click();
  await expect(checkRegion(page).getByRole('definition').first()).toContainText(mycluster.host);

  const outdated = checkRegion(page).getByText('Fields changed since this check', { exact: true });
  await field(page, 'Description (optional)').fill('not used by the check');
  await expect(outdated).toHaveCount(0);
  await field(page, 'Password').press('End');
  await page.keyboard.type('x');
  await expect(outdated).toBeVisible();

  await field(page, 'Host').fill('certificate-other-name.example');
  await press(page, 'Check connection');
  await press(page, 'Use other-name.example');
  await expect(field(page, 'Host')).toHaveValue('other-name.example');
  await expect(outdated).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check connection' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(checkRegion(page).getByText('Works from this computer')).toBeVisible();

  await field(page, 'Host').fill('no-sign-in.example');
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText('This server does not check credentials.');
  await expect(checkRegion(page)).toContainText('This server responds at every path.');
  await field(page, 'Connection name').fill('Any');
  await press(page, 'Continue');
  await expectStep(page, 'Review');
});

test('a port that redirects to HTTPS is replaced with one click', async ({ page }) => {
  await goToPhoenix(page);
  await choosePreset(page, 'Phoenix Query Server');
  await fillPhoenix(page, { ...mycluster, host: 'port-redirected.example' });
  await press(page, 'Check connection');
  await expect(checkRegion(page).getByText('This port redirects to HTTPS.', { exact: true })).toBeVisible();
  await expect(checkedHop(page, 'Encryption')).toContainText('Redirects to port 443');
  await press(page, 'Use SSL and port 443');
  await expect(field(page, 'Port')).toHaveValue('443');
  await expect(page.getByRole('switch', { name: 'Enable SSL' })).toBeChecked();
  await press(page, 'Check connection');
  await expect(checkRegion(page).getByText('Works from this computer')).toBeVisible();
});

test('a check by keyboard announces each result once, and a lost server', async ({ page }) => {
  const reader = await startScreenReader(page);
  await goToPhoenix(page);
  await fillPhoenix(page, { ...mycluster, host: 'kerberos.example' });
  const before = reader.said.length;
  await tabTo(page, 'button', 'Check connection');
  await page.keyboard.press('Enter');
  const said = () => reader.said.slice(before);
  await expect
    .poll(said)
    .toEqual([
      'Checking connection…',
      'DNS (host name): Passed.',
      'Network: Passed. Connected to 127.0.0.1',
      'Encryption: Passed. TLS 1.3, certificate expires in 364 days',
      'HTTP path (gateway): Not testable. Only after sign-in',
      'Sign-in: Failed. The server requires Kerberos sign-in. Adobe signs in with a username and password. Use a server or gateway that accepts them.',
    ]);
  await tabTo(page, 'link', 'Go to Username');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Username')).toBeFocused();

  await page.route('**/api/check', (route) => route.abort());
  await press(page, 'Check connection');
  await expect.poll(() => said().at(-1)).toContain('The wizard server is not responding.');
  await page.unroute('**/api/check');
  await page.route('**/api/check', (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '7' }, body: '{}' }),
  );
  await press(page, 'Check connection');
  await expect(checkRegion(page)).toContainText(
    'Wait a moment, then check again. The server asks you to wait 7 s.',
  );
  await page.unroute('**/api/check');
  await page.route('**/api/check', (route) =>
    route.fulfill({ contentType: 'application/x-ndjson', body: '{"type":"started","isSample":false}\n' }),
  );
  await press(page, 'Check connection');
  await expect.poll(() => said().at(-1)).toContain('was lost during the check.');
});
