import { type Page, expect, test } from '@playwright/test';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectTest, tableRow } from '../../support/wizard/connections.ts';
import { takeShifts, watchShifts } from '../../support/measure/watch-shifts.ts';
import {
  expectStep,
  fillCaller,
  fillPhoenix,
  mycluster,
  openWizard,
  press,
  readConnectionId,
  showHeader,
} from '../../support/wizard/wizard.ts';

/**
 * The maximum sum of all layout shifts of a flow. The web's threshold for a good score is 0.1 for unexpected shifts.
 */
const budget = 0.02;

const screens = [
  { name: 'a desktop', viewport: { width: 1280, height: 720 } },
  { name: 'a phone', viewport: { width: 390, height: 844 } },
] as const;

// Transitions also move elements, so they are on.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Expects that the test has passed and the tables are listed, so that nothing is loading. */
async function expectAllThere(page: Page) {
  await readConnectionId(page);
  await expectTest(page, 'Passed');
  await expect(tableRow(page, 'RETAIL.ORDERS')).toBeVisible();
}

for (const { name, viewport } of screens) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('layout shift is almost zero in every flow, and when a dialog opens and closes', async ({
      page,
    }) => {
      const caller = await getOwnCredentials();
      const shifts = new Map<string, number>();
      const note = async (flow: string) => {
        shifts.set(flow, (shifts.get(flow) ?? 0) + (await takeShifts(page)));
      };
      const creation = 'from / to the connection';
      /** A dialog on the way is measured separately. */
      const open = async (button: string, close: string) => {
        await note(creation);
        await press(page, button);
        const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
        await expect(dialog).toBeVisible();
        await dialog.getByRole('button', { name: close, exact: true }).click();
        await expect(dialog).toBeHidden();
        await note(`the dialog of ${button}`);
      };

      await watchShifts(page);
      await openWizard(page);
      await open('Import credentials', 'Cancel');
      await showHeader(page);
      await open('Simulate a failure', 'Done');
      if (name === 'a phone') await press(page, 'Menu');
      await fillCaller(page, caller);
      await press(page, 'Continue');
      await expectStep(page, 'Phoenix');
      await open('Paste a connection string', 'Cancel');
      await fillPhoenix(page, mycluster);
      await open('Start again', 'Keep values');
      await press(page, 'Continue');
      await expectStep(page, 'Review');
      await press(page, 'Create connection');
      await expectAllThere(page);
      await open('Delete', 'Cancel');

      await page.getByRole('link', { name: 'Connections', exact: true }).click();
      await page.getByRole('link', { name: 'Phoenix mycluster' }).click();
      await expectAllThere(page);
      await note('from the list to a connection');

      await page.reload();
      await page.getByRole('link', { name: 'Enter credentials' }).click();
      await expectStep(page, 'Experience Platform');
      await fillCaller(page, caller);
      await press(page, 'Continue');
      await expectAllThere(page);
      await note('a connection loaded again');

      for (const [flow, shift] of shifts)
        process.stdout.write(`    ${flow}, on ${name}: ${shift.toFixed(4)}\n`);
      expect([...shifts].filter(([, shift]) => shift > budget)).toEqual([]);
    });
  });
}
