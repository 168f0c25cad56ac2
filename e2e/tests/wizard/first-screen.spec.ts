import { type Locator, type Page, expect, test } from '@playwright/test';
import { expectTest } from '../../support/wizard/connections.ts';
import { goToReview, mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

/** What matters most is visible without scrolling on a common laptop. */

test.use({ viewport: { width: 1280, height: 800 } });

/** Expects that an element is in the window as a whole, and that nothing covers its middle. */
async function expectOnScreen(page: Page, element: Locator) {
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(element).toBeInViewport({ ratio: 1 });
  expect(
    await element.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (one.contains(hit) || hit.contains(one));
    }),
  ).toBe(true);
}

test('Create is on the first screen of Review, and the page does not move when it is pressed', async ({
  page,
}) => {
  await page.route('**/api/flowservice/connections', (route) =>
    route.request().method() === 'POST' ? undefined : route.fallback(),
  );
  await goToReview(page, mycluster);
  const create = page.getByRole('button', { name: 'Create connection', exact: true });
  await expectOnScreen(page, create);
  const phases = page.getByRole('list', { name: 'What happens' }).getByRole('listitem');
  const labels = ['Check for duplicates', 'Send the request', 'Adobe tries Phoenix', 'Test the connection'];
  await expect(phases).toHaveText(labels.map((label) => `${label}: not started`));
  await create.click();
  await expect(phases).toHaveText([
    'Check for duplicates: done',
    'Send the request: done',
    'Adobe tries Phoenix: in progress',
    'Test the connection: not started',
  ]);
  await expect(page.getByText('Nothing has been created yet')).toHaveCount(0);
  await expect(
    page.getByRole('img', { name: 'Adobe, sandbox prod: in progress. Phoenix: in progress.' }),
  ).toBeInViewport({ ratio: 1 });
  await expectOnScreen(page, page.getByText('Creating connection…'));
});

test('no focused element is behind the bar of Review', async ({ page }) => {
  await goToReview(page, mycluster);
  const bar = page.getByRole('button', { name: 'Create connection', exact: true });
  for (const name of ['Change Experience Platform', 'Change Apache Phoenix']) {
    const link = page.getByRole('link', { name });
    await link.focus();
    const [{ y = 0, height = 0 }, { y: barTop = 0 }] = [
      (await link.boundingBox()) ?? {},
      (await bar.boundingBox()) ?? {},
    ];
    expect(y + height).toBeLessThan(barTop);
  }
  const request = page.getByRole('button', { name: 'Show request', exact: true });
  await request.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Request to Flow Service' })).toContainText('POST ');
});

test('the status and the ID are on the first screen of the result, and the next step leads to the tables', async ({
  page,
}) => {
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectTest(page, 'Passed');
  await expectOnScreen(page, page.getByText('Connection created', { exact: true }));
  await expectOnScreen(page, page.getByText('Connection test passed'));
  await expectOnScreen(page, page.getByLabel('Connection ID', { exact: true }));
  await expectOnScreen(page, page.getByRole('button', { name: 'Copy connection ID' }));
  await expectOnScreen(
    page,
    page.getByRole('img', {
      name: 'Browser: passed. Wizard server: passed. Adobe, sandbox prod: passed. Phoenix: passed.',
    }),
  );
  await expect(page.getByText('Created by client')).toBeHidden();
  await press(page, 'Technical details');
  await expect(page.getByRole('definition').filter({ hasText: 'local-demo-client' })).toBeVisible();
  await press(page, 'Next: choose a table');
  await expect(page.getByRole('region', { name: 'Tables', exact: true })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Tables', exact: true })).toBeInViewport();
});

test('a created connection whose test fails is not shown as a success', async ({ page }) => {
  await goToReview(page, { ...mycluster, host: 'test-refused.example' });
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectOnScreen(page, page.getByText('Created, but the test failed'));
  await expectOnScreen(page, page.getByText('Connection test failed'));
  await expectOnScreen(page, page.getByLabel('Connection ID', { exact: true }));
  await expect(page.getByText('Connection created', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('img', { name: /Phoenix: failed\.$/ })).toBeVisible();
  await press(page, 'Next: see what to check');
  await expect(page.getByRole('region', { name: 'Test', exact: true })).toBeFocused();
});

test('a test that does not reach the wizard server says nothing about the database', async ({ page }) => {
  await page.route('**/api/flowservice/connections/*/test', (route) => route.abort());
  await goToReview(page, mycluster);
  await press(page, 'Create connection');
  await readConnectionId(page);
  await expectTest(page, 'Unknown');
  await expect(page.getByText('Check in this order')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /Connection to Wizard server: failed\./ })).toBeVisible();
  await expect(page.getByRole('img', { name: /Phoenix: failed/ })).toHaveCount(0);
});
