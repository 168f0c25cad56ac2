import { type Page, expect } from '@playwright/test';
import { test } from '../../support/servers/cleanup.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { hold } from '../../support/network/hold.ts';
import { heldAppPort, recordedAppPort } from '../../support/servers/ports.ts';
import { serverCredentials } from '../../support/servers/server-credentials.ts';
import { importDialog } from '../../support/wizard/import-dialog.ts';
import { expectStep, field, openWizard, press } from '../../support/wizard/wizard.ts';

/** The page as the server draws it, before its script has run. */

declare global {
  interface Window {
    /** The elements that the server drew. */
    drawn: Element[];
  }
}

/**
 * Opens a page whose script, or what the script waits for, is held back. Returns a function that releases it. Without
 * held requests the browser would ask for the page as on a reload, so the page is fetched here.
 */
async function openHeld(page: Page, path: string, held: string): Promise<() => void> {
  await page.route(
    (url) => !url.pathname.startsWith('/api/') && !url.pathname.startsWith('/assets/'),
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback();
      await route.fulfill({ response: await route.fetch({ headers: { accept: 'text/html' } }) });
    },
  );
  const release = await hold(page, held);
  await page.goto(path, { waitUntil: 'commit' });
  return release;
}

const script = '**/assets/index-*.js';
const environment = '**/api/environment';

/** The page has been taken over by its script. */
async function expectAlive(page: Page) {
  await expect(page.locator('[data-waiting]')).toHaveCount(0);
}

/** What can be operated, with its place. */
function readPlaces(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app :is(h1, p, label, a[href], button, input)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const name =
          element.getAttribute('name') ?? element.getAttribute('aria-label') ?? element.textContent;
        return [element.localName, name, ...[left, top, width, height].map(Math.round)].join(' ');
      }),
  );
}

test('what is typed before the script runs is kept, with the focus and the caret', async ({ page }) => {
  const release = await openHeld(page, '/', script);
  await expectStep(page, 'Experience Platform');
  await field(page, 'API key').fill('early-client');
  await field(page, 'Access token').fill('early-token');
  await field(page, 'Organization ID').click();
  await page.keyboard.type('12345');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  release();
  await expectAlive(page);
  await expect(field(page, 'Organization ID')).toBeFocused();
  await page.keyboard.type('-');
  await expect(field(page, 'API key')).toHaveValue('early-client');
  await expect(field(page, 'Organization ID')).toHaveValue('123-45');
  await expect(field(page, 'Access token')).toHaveValue('early-token');
  // The form has the values, too.
  await press(page, 'Continue');
  await expect(page.getByRole('group', { name: 'There is a problem' }).getByRole('link')).toHaveText([
    /organization ID/,
    /access token/,
    /sandbox/,
  ]);
});

test('Enter before the script runs submits nothing, because the address would contain the token', async ({
  page,
}) => {
  const refused = page.waitForEvent('console', (message) => message.text().includes('form-action'));
  await openHeld(page, '/', script);
  await field(page, 'Access token').fill('early-token');
  await page.keyboard.press('Enter');
  await refused;
  expect(page.url()).not.toContain('early-token');
});

test('a page that was scrolled before the script runs is not scrolled by it, so that a click reaches its button', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const release = await openHeld(page, '/', script);
  await expectStep(page, 'Experience Platform');
  await page.mouse.move(640, 250);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  const before = await readPlaces(page);
  release();
  await expectAlive(page);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await readPlaces(page)).toEqual(before);
  // The next page begins at its top.
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

for (const { tab, kept } of [
  { tab: 'a new tab', kept: {} },
  { tab: 'a tab that has kept something, where the script draws all anew', kept: { any: 'value' } },
]) {
  test(`a click while the script still waits is repeated once it is there: ${tab}`, async ({ page }) => {
    await page.addInitScript((values) => Object.assign(sessionStorage, values), kept);
    const release = await openHeld(page, '/', environment);
    await expectStep(page, 'Experience Platform');
    // The script has run when the browser has loaded the page, but it does not know its service yet.
    await page.waitForLoadState();
    await press(page, 'Use demo credentials');
    release();
    await expect(page.getByRole('combobox', { name: 'Sandbox', exact: true })).toHaveValue('prod');
  });
}

test('a text that is pasted on the page while the script still waits opens the import once it is there', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const release = await openHeld(page, '/', environment);
  await page.waitForLoadState();
  await page.evaluate(() => navigator.clipboard.writeText('API_KEY=pasted-key'));
  await page.keyboard.press('ControlOrMeta+v');
  release();
  await expect(importDialog(page)).toContainText('pasted-key');
});

for (const width of [390, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const [server, port, path] of [
      ['the local service', null, '/'],
      ['the local service', null, '/connect/phoenix'],
      ['the local service', null, '/connect/review'],
      ['the local service', null, '/connect/sources'],
      ['the local service', null, '/connections'],
      ['the local service', null, '/connections/test'],
      ['the local service', null, '/connections/0d982fff-c443-403e-982f-ffc443f03e37'],
      ['the local service', null, '/connections/0d982fff-c443-403e-982f-ffc443f03e37/edit'],
      ['credentials on the server', heldAppPort, '/'],
      ['vite preview', recordedAppPort, '/'],
    ] as const) {
      test(`nothing moves when the script takes over: ${path} with ${server}`, async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        // With them, the field becomes a list.
        await page.route('**/sandbox-management/**', () => undefined);
        const origin = port === null ? '' : `http://localhost:${port}`;
        const release = await openHeld(page, `${origin}${path}`, script);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForFunction(() => document.styleSheets.length > 0);
        await page.evaluate(() => document.fonts.ready);
        const before = await readPlaces(page);
        await page.evaluate(() => {
          window.drawn = [...document.querySelectorAll('#app *')];
        });
        expect(before.length).toBeGreaterThan(6);
        release();
        await expectAlive(page);
        expect(await readPlaces(page)).toEqual(before);
        // A style sheet that the script adds would make the browser compute all styles again.
        await expect(page.locator('style')).toHaveCount(0);
        // A page that is drawn anew would lose what a screen reader is reading.
        expect(await page.evaluate(() => window.drawn.filter((one) => !one.isConnected).length)).toBe(0);
        expect(errors).toEqual([]);
      });
    }
  });
}

test('a page with credentials on the server names them before the script runs', async ({ page }) => {
  await openHeld(page, `http://localhost:${heldAppPort}/`, script);
  await expect(page.getByText(serverCredentials.clientId)).toBeVisible();
  await expect(field(page, 'Access token')).toHaveCount(0);
});

test('a page in front of Adobe says so before the script runs, and asks for its own credentials', async ({
  page,
  cleanup,
}) => {
  const app = await startOwnApp({ AEP_GATEWAY_URL: 'https://platform.adobe.io' });
  cleanup(app.close);
  await openHeld(page, app.origin, script);
  await expect(page.getByText('Adobe: platform.adobe.io')).toBeVisible();
  await expect(field(page, 'Access token')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use demo credentials' })).toHaveCount(0);
});

test('a link to a page of a connection leads back to this connection before the script runs', async ({
  page,
}) => {
  await openHeld(page, '/connections/my-connection-1/edit', script);
  await expect(page.getByRole('link', { name: 'Enter credentials' })).toHaveAttribute(
    'href',
    '/connect/platform?next=%2Fconnections%2Fmy-connection-1%2Fedit',
  );
});

test('a reload waits for the script, which knows what the tab has kept', async ({ page }) => {
  await openWizard(page);
  await field(page, 'API key').fill('kept-client');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().resourceType() === 'document'),
    page.reload(),
  ]);
  expect(await answer.text()).not.toContain('API key');
  await expect(field(page, 'API key')).toHaveValue('kept-client');
});
