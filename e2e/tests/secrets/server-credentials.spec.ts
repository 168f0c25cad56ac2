import { expect, test } from '@playwright/test';
import { serverCredentials } from '../../support/servers/server-credentials.ts';
import { heldAppPort } from '../../support/servers/ports.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  mycluster,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

/** The built app as `npm start` serves it: with strict headers, and with the credentials on the server. */
test.use({ baseURL: `http://localhost:${heldAppPort}` });

test('with credentials on the server, three typed values and three clicks are enough to get the ID', async ({
  page,
}) => {
  const said: string[] = [];
  const answers: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
  // The list of the local service's scenarios contains sample tokens. Answers are read before the page gets them, because
  // Chromium does not keep the body of a request that the page cancels.
  await page.route(/\/api\/(?!local\/scenarios)/, async (route) => {
    const response = await route.fetch();
    answers.push(`${JSON.stringify(response.headers())} ${await response.text()}`);
    await route.fulfill({ response });
  });
  const sent: Record<string, string>[] = [];
  page.on('request', (request) => sent.push(request.headers()));

  await page.goto('/');
  await expectStep(page, 'Experience Platform');
  await expect(page.getByText(serverCredentials.clientId)).toBeVisible();
  await expect(field(page, 'Access token')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('dev');
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  await fillPhoenix(page, mycluster);
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect(page.getByText('Stored on the server')).toBeVisible();
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expect(page.getByRole('main').getByText('dev', { exact: true })).toBeVisible();
  // This text needs the last answer that the page requests automatically.
  await expect(page.getByText('12 tables.')).toBeVisible();

  await page.unrouteAll({ behavior: 'wait' });

  expect(said).toEqual([]);
  // A JSON Web Token starts with the Base64 form of {" and no other text here does.
  const seen = answers.join('\n');
  expect(seen).toContain('"dev"');
  expect(seen).not.toContain(serverCredentials.clientSecret);
  expect(seen).not.toContain('eyJ');
  expect(sent.filter((headers) => 'authorization' in headers || 'x-api-key' in headers)).toEqual([]);
});

test('every page has strict security headers', async ({ request }) => {
  const page = await request.get('/connect/phoenix', { headers: { Accept: 'text/html' } });
  const policy = page.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});
