import { type Page, expect, test } from '@playwright/test';
import { heldBy } from '../../support/wizard/caller-navigation.ts';
import { chromiumOptions } from '../../support/chromium/find-chromium.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { findInMemory } from '../../support/measure/heap.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  type CallerAnswers,
  expectStep,
  field,
  openWizard,
  press,
  readConnectionId,
} from '../../support/wizard/wizard.ts';

const options = chromiumOptions();

test.use({
  // Without this flag, the snapshot cuts off long strings, and a secret may be anywhere in one.
  launchOptions: { ...options, args: [...options.args, '--js-flags=--heap-snapshot-string-limit=10000000'] },
  // A trace keeps field values in the memory of the page.
  trace: 'off',
});

// Some of these characters have different forms in JSON, URLs, HTML and UTF-8.
const password = 'Kq3zVw8"Xr5tBn%Yh2é&Jm7cPd9fGs4';
const wrongPassword = 'Wd6bNx1"Ls8gTm%Qv5è&Rf2kHy7jZp3';
const tokenEnd = 'Zq7RkV2mXw9LpT4hN8sDcE5yGb';
const accessToken = `eyJhbGciOiJub25lIn0.Y29ycmVjdCBob3JzZQ.${tokenEnd}`;

/** Types with the keyboard, because Playwright's `fill` leaves the value in its own script in the page. */
async function type(page: Page, name: string, text: string) {
  await field(page, name).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function enterCaller(page: Page, caller: CallerAnswers) {
  await field(page, 'Sandbox').fill(caller.sandbox);
  await field(page, 'API key').fill(caller.apiKey);
  await field(page, 'Organization ID').fill(caller.organizationId);
  await field(page, 'Access token').focus();
  // Inserted at once, as a token is pasted.
  await page.keyboard.insertText(accessToken);
  await press(page, 'Continue');
}

async function goToPhoenix(page: Page) {
  const caller = await getOwnCredentials();
  await openWizard(page);
  await enterCaller(page, caller);
  await expectStep(page, 'Phoenix');
  return caller;
}

async function enterDatabase(page: Page, host: string, typedPassword: string) {
  await field(page, 'Host').fill(host);
  await field(page, 'Username').fill('admin');
  await type(page, 'Password', typedPassword);
}

async function expectGone(page: Page, ...secrets: string[]) {
  expect(await findInMemory(page, secrets)).toEqual([]);
}

test('a secret is in memory while it is in its field, and not after Clear secrets or Start again', async ({
  page,
}) => {
  const caller = await goToPhoenix(page);
  await enterDatabase(page, 'mycluster.azurehdinsight.net', password);
  await test.step('in its field', async () => {
    const found = await findInMemory(page, [password, tokenEnd]);
    for (const secret of [password, tokenEnd]) {
      expect(found.some((place) => place.includes(JSON.stringify(secret).slice(1, -1)))).toBe(true);
    }
  });

  await test.step('Clear secrets', async () => {
    await page.getByText('Secrets in memory').click();
    await press(page, 'Clear secrets');
    await expect(page.getByRole('alert').filter({ hasText: 'Secrets cleared' })).toBeVisible();
    await expectStep(page, 'Experience Platform');
    await expectGone(page, password, tokenEnd);
  });

  await test.step('Start again', async () => {
    await enterCaller(page, caller);
    await expectStep(page, 'Phoenix');
    await enterDatabase(page, 'mycluster.azurehdinsight.net', password);
    await press(page, 'Start again');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start again' }).click();
    await expectStep(page, 'Experience Platform');
    await expectGone(page, password, tokenEnd);
  });
});

test('a password is removed from memory after it was sent, whatever the outcome', async ({ page }) => {
  const caller = await goToPhoenix(page);
  /** The page still has the caller's credentials. */
  const startAnother = async () => {
    await page.getByRole('link', { name: 'New connection', exact: true }).click();
    await expectStep(page, 'Phoenix');
  };

  await test.step('the connection is created', async () => {
    await enterDatabase(page, 'mycluster.azurehdinsight.net', password);
    await press(page, 'Continue');
    await press(page, 'Create connection');
    await readConnectionId(page);
    await expectGone(page, password);
    expect(await heldBy(caller)).toHaveLength(1);
  });

  await test.step('an edit is saved', async () => {
    await press(page, 'Edit');
    await expect(page.getByRole('heading', { level: 1, name: /^Edit / })).toBeVisible();
    await type(page, 'Password', password);
    await press(page, 'Save changes');
    await expect(page.getByText('Changes saved')).toBeVisible();
    await expectGone(page, password);
  });

  await test.step('a check of the stored connection ended, and its page was left', async () => {
    const check = page.getByRole('region', { name: 'Connection check' });
    await type(page, 'Password', wrongPassword);
    await press(page, 'Check connection');
    await expect(check.getByText('Works from this computer')).toBeVisible();
    await type(page, 'Password', password);
    await page.getByRole('link', { name: 'Connections', exact: true }).click();
    await expectStep(page, 'Connections');
    await expectGone(page, wrongPassword, password);
  });

  await test.step('a rejected password was replaced: both are removed', async () => {
    await startAnother();
    await enterDatabase(page, 'wrong-password.example', wrongPassword);
    await press(page, 'Continue');
    await press(page, 'Create connection');
    await expect(problemSummary(page)).toBeVisible();
    await type(page, 'Password', password);
    await press(page, 'Try again');
    await expect(problemSummary(page)).toBeVisible();
    await type(page, 'Password', 'correct horse');
    await press(page, 'Try again');
    await readConnectionId(page);
    await expectGone(page, wrongPassword, password);
  });

  await test.step('the response was lost, and the connection is found', async () => {
    await startAnother();
    await enterDatabase(page, 'cut-created.example', password);
    await press(page, 'Continue');
    await press(page, 'Create connection');
    await readConnectionId(page);
    await expectGone(page, password);
  });

  await test.step('it was imported', async () => {
    await startAnother();
    await press(page, 'Paste a connection string');
    await page.getByRole('textbox', { name: 'Paste text or drop a file' }).focus();
    await page.keyboard.insertText(
      `jdbc:phoenix:thin:url=https://pasted.azurehdinsight.net:443/hbasephoenix0;serialization=PROTOBUF;authentication=BASIC;avatica_user=administrator-of-all;avatica_password=${password}`,
    );
    await press(page, 'Import');
    await press(page, 'Apply');
    await expect(field(page, 'Host')).toHaveValue('pasted.azurehdinsight.net');
    await press(page, 'Continue');
    await press(page, 'Create connection');
    await readConnectionId(page);
    await expectGone(page, password);
  });

  await test.step('another request was sent after the first response was lost', async () => {
    await startAnother();
    await enterDatabase(page, 'timeout.example', wrongPassword);
    await press(page, 'Continue');
    await press(page, 'Create connection');
    await press(page, 'Stop search');
    await page.getByRole('link', { name: 'Change Apache Phoenix' }).click();
    await type(page, 'Password', password);
    await press(page, 'Continue');
    await expectStep(page, 'Review');
    await expectGone(page, wrongPassword);
  });
});

test('Clear secrets removes both secrets when the browser has no storage and the page does not reload', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await goToPhoenix(page);
  await enterDatabase(page, 'wrong-password.example', password);
  await press(page, 'Continue');
  await press(page, 'Create connection');
  await expect(problemSummary(page)).toBeVisible();
  await type(page, 'Password', wrongPassword);
  await page.getByText('Secrets in memory').click();
  await press(page, 'Clear secrets');
  await expectStep(page, 'Experience Platform');
  await expectGone(page, password, wrongPassword, tokenEnd);
});

test('a page that the user left keeps no password or token, and reloads on Back', async ({ page }) => {
  const caller = await goToPhoenix(page);
  await enterDatabase(page, 'mycluster.azurehdinsight.net', password);
  // Playwright's browser does not use the back/forward cache, so the test dispatches its events.
  const tell = (event: 'pagehide' | 'pageshow') =>
    page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), event);
  await tell('pagehide');
  await expectGone(page, password, tokenEnd);
  await tell('pageshow');
  await expectStep(page, 'Experience Platform');
  await expect(field(page, 'API key')).toHaveValue(caller.apiKey);
  await expect(field(page, 'Access token')).toHaveValue('');
  await field(page, 'Access token').fill(accessToken);
  await press(page, 'Continue');
  await expect(field(page, 'Host')).toHaveValue('mycluster.azurehdinsight.net');
});
