import { type Page, expect } from '@playwright/test';
import type { ConnectionRequest } from '../../../src/flow-service/connection-request.ts';
import type { DemoCredentials } from '../../../src/flow-service/schemas/environment.ts';
import { phoenix } from '../../../src/sources/phoenix/phoenix.ts';
import { hold } from '../network/hold.ts';
import { askService, getOwnCredentials } from '../servers/flow-service.ts';
import { expectStep, fillCaller, press } from './wizard.ts';

/** Helpers for the pages after the wizard. */

/** A connection in a new organization, created without the wizard. */
export interface Given {
  readonly caller: DemoCredentials;
  readonly id: string;
  readonly name: string;
  readonly service: ReturnType<typeof askService>;
}

export function requestFor(host: string, name: string): ConnectionRequest {
  return {
    name,
    auth: {
      specName: phoenix.authMethod.specName,
      params: {
        host,
        port: 443,
        httpPath: '/hbasephoenix0',
        username: 'admin',
        password: 'correct horse',
        enableSsl: true,
      },
    },
    connectionSpec: phoenix.connectionSpec,
  };
}

export async function givenConnection(
  host: string,
  name = 'Given connection',
  owner: DemoCredentials | null = null,
): Promise<Given> {
  const caller = owner ?? (await getOwnCredentials());
  const service = askService(caller);
  const { id } = await service.createConnection(caller.sandbox, requestFor(host, name));
  return { caller, id, name, service };
}

/** Opens a page by its address. The app asks for the credentials first, and then opens the page. */
export async function openAs(page: Page, caller: DemoCredentials, address: string) {
  await page.goto(address);
  await page.getByRole('link', { name: 'Enter credentials' }).click();
  await expectStep(page, 'Experience Platform');
  await fillCaller(page, caller);
  await press(page, 'Continue');
}

export async function openConnection(page: Page, { caller, id, name }: Given) {
  await openAs(page, caller, `/connections/${id}`);
  await expectStep(page, name);
}

/** Opens a connection from any page of the same caller without a reload. */
export async function goToConnection(page: Page, { name }: Given) {
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expectStep(page, name);
}

/** Deletes the connection of the page, and leaves for the list before the service gets the request. */
export async function leaveDuringDeletion(page: Page, { id }: Given) {
  const release = await hold(page, `**/connections/${id}`, 'DELETE');
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expectStep(page, 'Connections');
  release();
}

/** Finds a section of a page by its heading. */
export function section(page: Page, heading: string) {
  return page.getByRole('region', { name: heading, exact: true });
}

export async function expectTest(page: Page, outcome: 'Passed' | 'Failed' | 'Not testable' | 'Unknown') {
  await expect(section(page, 'Test').getByText(outcome, { exact: true })).toBeVisible();
}

/** The rows of the list of connections, without the headings. */
export function connectionRows(page: Page) {
  return page
    .getByRole('table', { name: 'Connections' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
}

/** A table in the list. The list contains only the visible rows and their neighbours. */
export function tableRow(page: Page, name: string) {
  return page.getByRole('grid', { name: 'Tables' }).getByRole('row', { name, exact: true });
}

export async function chooseTable(page: Page, name: string) {
  await page.getByRole('searchbox', { name: 'Search tables' }).fill(name.trim());
  await tableRow(page, name).click();
}

/** Expects the columns and sample rows of the selected table. */
export async function expectTable(page: Page, name: string, columns: readonly string[]) {
  await expect(page.getByRole('heading', { level: 3, name, exact: true })).toBeFocused();
  const named = page.getByRole('table', { name: 'Columns' }).getByRole('row');
  await expect(named).toHaveCount(columns.length + 1);
  for (const [position, column] of columns.entries()) {
    await expect(
      named
        .nth(position + 1)
        .getByRole('cell')
        .first(),
    ).toHaveText(column);
  }
  await expect(page.getByRole('table', { name: 'Sample rows' }).getByRole('row')).toHaveCount(11);
}

/** Presses Tab until a control has the focus. */
export async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'searchbox' | 'row' | 'link' | 'region',
  name: string,
) {
  await expect(page.getByRole(role, { name, exact: true })).toBeVisible();
  // When Sandbox has the focus, its list opens, which hides everything else from assistive technology.
  const target = page.getByRole(role, { name, exact: true, includeHidden: true });
  for (let stops = 0; stops < 40; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Pressing Tab 40 times did not reach ${name}.`);
}

/** Submits the form of the field with the focus twice, faster than the page can change, as two quick Enters do. */
export async function submitTwice(page: Page) {
  await page.evaluate(() => {
    const form = document.activeElement?.closest('form');
    form?.requestSubmit();
    form?.requestSubmit();
  });
}
