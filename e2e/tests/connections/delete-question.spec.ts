import { type Locator, type Page, expect, test } from '@playwright/test';
import {
  type Given,
  expectTest,
  givenConnection,
  openConnection,
  requestFor,
  section,
} from '../../support/wizard/connections.ts';
import { addDataflow } from '../../support/servers/add-usage.ts';
import { expectNoViolations } from '../../support/measure/axe.ts';
import { expectRoom } from '../../support/measure/layout.ts';
import { hold } from '../../support/network/hold.ts';
import { mycluster, press } from '../../support/wizard/wizard.ts';

/** Changes the connection as another user. */
async function changeAsOther({ service, caller, id }: Given, path: string, value: unknown) {
  const { etag } = await service.getConnection(caller.sandbox, id);
  await service.updateConnection(caller.sandbox, id, etag, [{ op: 'replace', path, value }]);
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('The element is not visible.');
  return box;
}

/** Runs in the page. */
function isInFront(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === element;
}

const confirmIn = (question: Locator) => question.getByRole('button', { name: 'Delete connection' });

/** Selects the Delete button inside a part of the page, and waits until the question can be confirmed. */
async function ask(page: Page, button: Locator) {
  await button.click();
  const question = page.getByRole('alertdialog');
  await expect(confirmIn(question)).toBeEnabled();
  return question;
}

test('the question stays open although a change ends the failed test whose help asked it', async ({
  page,
}) => {
  const given = await givenConnection('test-false.example');
  await openConnection(page, given);
  await expectTest(page, 'Failed');
  const question = await ask(page, section(page, 'Test').getByRole('button', { name: 'Delete connection' }));
  await changeAsOther(given, '/auth/params', requestFor(mycluster.host, given.name).auth.params);
  await confirmIn(question).click();
  await expect(question).toContainText(
    'Nothing was deleted. This connection has changed since you were asked.',
  );
  await press(page, 'Cancel');
  await expectTest(page, 'Passed');
  await expect(section(page, 'Test').getByRole('button', { name: 'Delete connection' })).toHaveCount(0);

  await ask(page, page.getByRole('button', { name: 'Delete', exact: true }));
  await expect(question).not.toContainText('Nothing was deleted.');
  await expect(question).not.toContainText('has changed');
});

test('the question stays open although a temporary connection gets another name', async ({ page }) => {
  const name = 'Trial of a new password for Sales, can be deleted (1234567890)';
  const given = await givenConnection(mycluster.host, name);
  await openConnection(page, given);
  const question = await ask(page, page.getByRole('button', { name: 'Delete temporary connection' }));
  await changeAsOther(given, '/name', 'Production');
  await confirmIn(question).click();
  await expect(question).toContainText(
    'Nothing was deleted. This connection has changed since you were asked.',
  );
  await expect(question).toHaveAccessibleName('Delete “Production”?');
  await expect(page.getByText('Temporary connection', { exact: true })).toHaveCount(0);
});

test('the whole title is shown on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const given = await givenConnection(mycluster.host, 'warehouse_of_the_northern_region');
  await openConnection(page, given);
  await ask(page, page.getByRole('button', { name: 'Delete', exact: true }));
  await expectRoom(page, 'the question for a long name');
});

for (const width of [320, 390]) {
  test(`a phone of ${width} pixels shows what would break without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    const name = 'Warehouse of the northern region '.repeat(4).trim();
    const given = await givenConnection(mycluster.host, name);
    for (const flow of ['Weekly', 'Every morning', 'Every noon', 'Every night'])
      await addDataflow(given, flow);
    await openConnection(page, given);
    const question = await ask(page, page.getByRole('button', { name: 'Delete', exact: true }));
    await expect(question.getByText('Used by 4 dataflows.')).toBeInViewport({ ratio: 1 });
    const users = question.getByRole('region', { name: 'Dataflows and source connections' });
    const first = users.getByText('Every night', { exact: true });
    await expect(first).toBeInViewport({ ratio: 1 });
    // Nothing covers it, either.
    const [text, button] = [
      await boxOf(first),
      await boxOf(question.getByRole('button', { name: 'Cancel' })),
    ];
    expect(text.y + text.height).toBeLessThan(button.y);
    expect(await first.evaluate(isInFront)).toBe(true);
    // The other names are below, and an arrow says so until they are seen.
    const arrow = users.locator('[data-more-below]');
    await expect(arrow).toBeInViewport({ ratio: 1 });
    await users.evaluate((region) => region.scrollTo(0, region.scrollHeight));
    await expect(users.getByText('Weekly', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(arrow).toHaveCount(0);
    // The title does not have the whole name, so the text below has it.
    await expect(question).toContainText(name);
    await expectRoom(page, 'the question for a long name with dataflows');
  });
}

for (const height of [640, 500]) {
  test(`why nothing was deleted is shown above Delete, which stays, on a phone of ${height} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height });
    const given = await givenConnection(mycluster.host);
    await openConnection(page, given);
    const question = await ask(page, page.getByRole('button', { name: 'Delete', exact: true }));
    // The name of the button changes while it waits.
    const confirm = question.getByRole('button').last();
    await addDataflow(given, 'Every night');
    await confirm.scrollIntoViewIfNeeded();
    const place = await confirm.boundingBox();
    const release = await hold(page, /\/flows\?/);
    const status = question.getByRole('status').last();
    // A screen reader announces only changes in an element that existed before.
    const known = await status.elementHandle();
    await confirm.click();
    await expect(status).toHaveText('Checking once more what uses this connection…');
    await expect(status).toBeInViewport({ ratio: 1 });
    expect(await confirm.boundingBox()).toEqual(place);
    release();
    await expect(status).toContainText('Nothing was deleted.');
    await expect(status).toBeInViewport({ ratio: 1 });
    expect(await confirm.boundingBox()).toEqual(place);
    expect(await status.evaluate((element, before) => element === before, known)).toBe(true);
    await expectRoom(page, 'why nothing was deleted');
    await expectNoViolations(page, 'why nothing was deleted');
  });
}
