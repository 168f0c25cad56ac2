import { type Page, expect, test } from '@playwright/test';
import { heldBy } from '../../support/wizard/caller-navigation.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { type ScreenReader, startScreenReader } from '../../support/measure/screen-reader.ts';
import type { CallerAnswers } from '../../support/wizard/wizard.ts';

const listed = ['Loading sandboxes…', '2 sandboxes available. Search by name or title.'];
const deprecated = /^The Apache Phoenix source is deprecated/;
const created = [
  'Checking existing connections…',
  'Creating connection… Adobe may test the database first, which can take a minute.',
];
const tested = [/^Passed Adobe reached the database\./, '12 tables.'];

/** Announced when an answer is slow. */
const progress: readonly string[] = ['Loading tables…', 'Checking what uses this connection…'];

/** Expects these announcements, each once and in this order. */
async function expectSaid({ said }: ScreenReader, texts: readonly (string | RegExp)[]) {
  await expect
    .poll(() => said.filter((text) => !progress.includes(text)))
    .toEqual(texts.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text))));
}

async function enterCaller(reader: ScreenReader, caller: CallerAnswers) {
  await reader.enter('Sandbox', caller.sandbox);
  await reader.enter('API key', caller.apiKey);
  await reader.enter('Organization ID', caller.organizationId);
  await reader.enter('Access token', caller.accessToken);
  await expectSaid(reader, listed);
}

/** Goes from an empty form to the page of a new connection. */
async function create(page: Page, caller: CallerAnswers, host: string, name: string): Promise<ScreenReader> {
  const reader = await startScreenReader(page);
  await page.goto('/');
  await enterCaller(reader, caller);
  await reader.activate('button', 'Continue');
  await reader.expectFocused('heading', 'Phoenix');
  await reader.enter('Host', host);
  await reader.enter('Username', 'admin');
  await reader.enter('Password', 'correct horse');
  await reader.activate('button', 'Continue');
  await reader.expectFocused('heading', 'Review');
  await reader.activate('button', 'Create connection');
  await reader.expectFocused('heading', name);
  return reader;
}

test('a screen reader user gets from mistakes and a rejected request to the ID, and hears each message once', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const reader = await startScreenReader(page);
  await page.goto('/');
  await reader.expectFocused('heading', 'Experience Platform');
  await reader.activate('button', 'Continue');
  const mistakes = await reader.expectFocused('group', 'There is a problem');
  expect(mistakes.description).toContain('Enter the API key');
  await enterCaller(reader, await getOwnCredentials());
  await reader.activate('button', 'Continue');

  await reader.expectFocused('heading', 'Phoenix');
  await reader.enter('Host', 'wrong-password.example');
  await reader.enter('Username', 'admin');
  await reader.activate('button', 'Continue');
  await reader.expectFocused('group', 'There is a problem');
  await reader.activate('link', 'Enter the password.');
  const password = await reader.expectFocused('textbox', 'Password');
  expect(password).toMatchObject({ description: 'Enter the password.', isInvalid: true });
  await reader.enter('Password', 'mistyped');
  await reader.activate('button', 'Continue');

  await reader.expectFocused('heading', 'Review');
  await reader.activate('button', 'Create connection');
  await reader.expectFocused('textbox', 'Password');
  await reader.enter('Password', 'correct horse');
  await reader.activate('button', 'Try again');

  await reader.expectFocused('heading', 'Phoenix wrong-password');
  await reader.read('status', 'Connection ID');
  await expectSaid(reader, [
    ...listed,
    deprecated,
    ...created,
    /^There is a problem\. The database rejected this username and password\. Check both, re-enter the password, and try again\.$/,
    ...created,
    /^Connection created Created in sandbox prod\./,
    ...tested,
  ]);
  await reader.activate('button', 'Copy connection ID');
  await expect.poll(() => reader.said.at(-1)).toBe('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^[0-9a-f-]{36}$/);
  expect(page.url()).toContain(`/connections/${copied}`);
});

test('a screen reader user hears that a response was lost, and is taken to the created connection', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  const reader = await create(page, caller, 'timeout-created-later.example', 'Phoenix timeout-created-later');
  await expectSaid(reader, [
    ...listed,
    deprecated,
    ...created,
    /^Checking whether it was created The response was lost\. The search takes/,
    /^Connection created The response was lost, but the connection was found\./,
    ...tested,
  ]);
});

test('a screen reader user can edit and delete a connection, and the focus is never lost', async ({
  page,
}) => {
  const caller = await getOwnCredentials();
  const reader = await create(page, caller, 'mycluster', 'Phoenix mycluster');
  await expect.poll(() => reader.said.at(-1)).toBe('12 tables.');
  await reader.activate('link', 'Connections');
  await reader.expectFocused('heading', 'Connections');
  await reader.activate('link', 'Phoenix mycluster');
  await reader.expectFocused('heading', 'Phoenix mycluster');
  await reader.activate('button', 'Edit');
  await reader.expectFocused('heading', 'Edit Phoenix mycluster');
  await reader.enter('Description (optional)', 'Orders');
  await reader.activate('button', 'Save changes');
  await reader.expectFocused('heading', 'Phoenix mycluster');
  // The connection is tested again, and its tables are listed again.
  await expect.poll(() => reader.said.at(-1)).toBe('12 tables.');
  await reader.activate('button', 'Delete');
  await reader.expectFocused('button', 'Cancel');
  await reader.activate('button', 'Delete connection');
  await reader.expectFocused('heading', 'Connections');
  await expectSaid(reader, [
    ...listed,
    deprecated,
    ...created,
    /^Connection created/,
    ...tested,
    '1 connection.',
    'Saving changes…',
    /^Changes saved/,
    tested[0] ?? '',
    '12 tables.',
    'No dataflow uses this connection.',
    /^Connection deleted “Phoenix mycluster” was deleted from sandbox /,
    'No connections yet.',
  ]);
  expect(await heldBy(caller)).toEqual([]);
});
