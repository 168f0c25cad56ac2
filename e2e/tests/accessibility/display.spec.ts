import { type Page, expect, test } from '@playwright/test';
import { slowDown } from '../../bench/slow-down.ts';
import { measureEdge, measureFocusRing } from '../../support/measure/contrast.ts';
import { expectFocus } from '../../support/measure/focus.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import {
  choosePreset,
  expectStep,
  field,
  goToPhoenix,
  openWizard,
  press,
  showHeader,
} from '../../support/wizard/wizard.ts';

/** Every field and choice on the page. */
function controls(page: Page) {
  return page
    .getByRole('textbox')
    .or(page.getByRole('combobox'))
    .or(page.getByRole('radio'))
    .or(page.getByRole('switch'));
}

async function expectEdges(page: Page, state: string) {
  expect(await controls(page).count()).toBeGreaterThan(0);
  for (const control of await controls(page).all()) {
    const { contrast } = await measureEdge(control);
    expect(contrast, `${state}: ${await control.ariaSnapshot()}`).toBeGreaterThanOrEqual(3);
  }
}

test('the border of every field has a contrast of 3:1 in light and dark', async ({ page }) => {
  // Otherwise a colour may be measured during its transition.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWizard(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectEdges(page, `the first step, ${colorScheme}`);
    await press(page, 'Import credentials');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus();
    await expectEdges(page, `the dialog that imports, ${colorScheme}`);
    await page.keyboard.press('Escape');
  }
  await goToPhoenix(page);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectEdges(page, `the second step, ${colorScheme}`);
    await press(page, 'Continue');
    await expect(problemSummary(page)).toBeVisible();
    await expectEdges(page, `the second step with errors, ${colorScheme}`);
    await field(page, 'Host').focus();
    await expectEdges(page, `the second step with the focus in Host, ${colorScheme}`);
  }
});

test('in forced colors, the current step, the selection, the focus and errors are visible', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await goToPhoenix(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const steps = page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem');
    await expect(steps.filter({ hasText: 'Phoenix' })).toHaveCSS('font-weight', '700');
    await expect(steps.filter({ hasText: 'Review' })).toHaveCSS('font-weight', '400');
    // The browser must not draw its own background behind the number.
    await expect(steps.getByText('2', { exact: true })).toHaveCSS('forced-color-adjust', 'none');

    await choosePreset(page, 'Custom');
    const chosen = await measureEdge(page.getByRole('radio', { name: 'Custom' }));
    const other = await measureEdge(page.getByRole('radio', { name: 'Azure HDInsight' }));
    expect(chosen.width, 'the border of the selected option').toBeGreaterThan(other.width);
    await expectEdges(page, `the second step in forced colors, ${colorScheme}`);

    await press(page, 'Continue');
    const problem = page.getByText('Enter the username.').last();
    await expect(problem).toHaveCSS('color', colorScheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)');

    await page.keyboard.press('Tab');
    const first = problemSummary(page).getByRole('link').first();
    await expect(first).toBeFocused();
    for (const focused of [
      first,
      field(page, 'Host'),
      page.getByRole('switch', { name: 'Enable SSL' }),
      page.getByRole('button', { name: 'Continue' }),
    ]) {
      await focused.focus();
      const { contrast, width } = await measureFocusRing(focused);
      expect(contrast, `${colorScheme}: ${await focused.ariaSnapshot()}`).toBeGreaterThanOrEqual(3);
      expect(width).toBeGreaterThanOrEqual(2);
    }
  }
});

test('nothing moves for users who prefer reduced motion', async ({ page }) => {
  const moved: string[] = [];
  await page.exposeFunction('moves', (what: string) => {
    moved.push(what);
  });
  await page.addInitScript(() => {
    for (const kind of ['transitionrun', 'animationstart'] as const) {
      document.addEventListener(
        kind,
        (event) => {
          const report: unknown = Reflect.get(window, 'moves');
          const { target } = event;
          const what = event instanceof TransitionEvent ? event.propertyName : 'animation';
          if (typeof report === 'function' && target instanceof Element) {
            Reflect.apply(report, undefined, [`${what}: ${target.textContent.slice(0, 40)}`]);
          }
        },
        true,
      );
    }
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await goToPhoenix(page);
  await choosePreset(page, 'Custom');
  await press(page, 'Paste a connection string');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await press(page, 'Back');
  await expectStep(page, 'Experience Platform');
  await page.getByRole('combobox', { name: 'Sandbox', exact: true }).press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  expect(moved).toEqual([]);

  // Users without this preference still see the animation, so the preference causes the difference.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.keyboard.press('Escape');
  await press(page, 'Import credentials');
  await expect.poll(() => moved.length).toBeGreaterThan(0);
});

test('the focused control stays on the screen when the page is zoomed and when Tab reaches it', async ({
  page,
}) => {
  const zoom = async () => {
    await page.setViewportSize({ width: 1280, height: 1024 });
    // This size corresponds to 400% zoom.
    await page.setViewportSize({ width: 320, height: 256 });
  };
  await openWizard(page);
  const next = page.getByRole('button', { name: 'Continue' });
  await next.focus();
  await zoom();
  await expect(next).toBeFocused();
  await expectFocus(page, 'zooming in on the first step');

  await showHeader(page);
  await press(page, 'Simulate a failure');
  const done = page.getByRole('button', { name: 'Done' });
  await done.focus();
  await zoom();
  await expect(done).toBeFocused();
  await expectFocus(page, 'zooming in on a dialog');

  await slowDown(page, 8);
  for (const stop of [page.getByRole('searchbox'), page.getByRole('radio').first(), done]) {
    await zoom();
    await page.keyboard.press('Tab');
    await expect(stop).toBeFocused();
    await expectFocus(page, 'Tab while the layout of a dialog changes');
  }
});
