import { type Page, expect } from '@playwright/test';
import { passTimeUntilVisible } from '../wizard/pass-time.ts';
import type { SoakPlan, SoakStep } from './soak-plan.ts';
import { type CallerAnswers, field, mycluster } from '../wizard/wizard.ts';

/** The state of a walk: what the user entered, and how often the user accepted a possible duplicate. */
interface Walk {
  readonly page: Page;
  readonly caller: CallerAnswers;
  readonly typed: { host: string; description: string };
  /** Whether a connection page was shown, which ends the walk. */
  hasArrived: boolean;
  /** Whether the page reported a connection that was created after the user left Review. The form is then empty. */
  isTold: boolean;
  /** The fields that were filled in once. They must keep their values from then on. */
  readonly seen: Set<string>;
  consents: number;
  /** Lists the connections of the service. */
  readonly listHeld: () => Promise<readonly unknown[]>;
}

/** An upper limit for the steps from any page to the end. */
const mostStepsHome = 25;

/** The page may be about to change. In that case it is checked again. */
const soon = { timeout: 1000 };

/**
 * Follows a plan through the wizard, then takes the shortest way to a connection. After every step there must be a
 * way to continue, and only secrets may be lost.
 * Returns how often the user accepted a possible duplicate.
 */
export async function walk(
  page: Page,
  caller: CallerAnswers,
  plan: SoakPlan,
  listHeld: () => Promise<readonly unknown[]>,
): Promise<number> {
  const person: Walk = {
    page,
    caller,
    typed: { host: plan.host, description: '' },
    hasArrived: false,
    isTold: false,
    seen: new Set(),
    consents: 0,
    listHeld,
  };
  page.on('framenavigated', (frame) => {
    person.hasArrived ||= /\/connections\/[0-9a-f-]{36}/.test(frame.url());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.clock.install();
  await page.goto('/');
  await look(person);
  for (const step of ['continue', 'continue', ...plan.steps] as const) {
    if (person.hasArrived || person.isTold) break;
    await take(person, step);
    await look(person);
  }
  for (let steps = 0; !person.hasArrived; steps += 1) {
    expect(steps, 'the page has a link to a connection').toBeLessThan(mostStepsHome);
    await goHome(person);
    await look(person);
  }
  return person.consents;
}

/** When the page is idle, checks that it offers a way to continue and has kept the input. Fills in empty fields. */
async function look(person: Walk): Promise<void> {
  await expect(async () => {
    if (!person.hasArrived) person.isTold ||= await toldNotice(person.page).isVisible();
    if (!person.hasArrived && !person.isTold) await lookOnce(person);
  }).toPass({ timeout: 60_000, intervals: [100] });
  await expectSafeIsTrue(person);
}

/** If the page says that nothing was created, the service must have no connection. */
async function expectSafeIsTrue({ page, consents, listHeld }: Walk): Promise<void> {
  const isSaidSafe = await page.getByText('It is safe to try again').first().isVisible();
  // After the user accepted a second request, the first one may have been carried out.
  if (isSaidSafe && consents === 0) expect(await listHeld()).toEqual([]);
}

async function lookOnce({ page, caller, typed, seen }: Walk): Promise<void> {
  const question = page.getByRole('alertdialog');
  if (await question.isVisible()) await question.getByRole('button', { name: 'Leave' }).click(soon);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(soon);
  const main = page.getByRole('main');
  await expect(main.getByRole('button').or(main.getByRole('link')).first()).toBeEnabled(soon);

  const heading = await page.getByRole('heading', { level: 1 }).textContent(soon);
  const held = {
    Host: typed.host,
    Username: mycluster.username,
    'Description (optional)': typed.description,
  };
  const fields = { 'Experience Platform': toFields(caller), Phoenix: held }[heading ?? ''] ?? {};
  for (const [name, value] of Object.entries(fields)) {
    if (seen.has(name)) await expect(field(page, name)).toHaveValue(value, soon);
    else await field(page, name).fill(value, soon);
    seen.add(name);
  }
  // A secret is entered each time the page asks for it.
  if (heading === 'Experience Platform') await field(page, 'Access token').fill(caller.accessToken, soon);
  if (heading === 'Phoenix') await field(page, 'Password').fill(mycluster.password, soon);
}

function toldNotice(page: Page) {
  return page.getByText(/” was created in sandbox/);
}

function toFields({ apiKey, organizationId, sandbox }: CallerAnswers): Record<string, string> {
  return { Sandbox: sandbox, 'API key': apiKey, 'Organization ID': organizationId };
}

async function take(person: Walk, step: SoakStep): Promise<void> {
  const { page, typed } = person;
  switch (step) {
    case 'type': {
      const description = field(page, 'Description (optional)');
      if (!(await description.isVisible())) return;
      const longer = `${typed.description}word `;
      if (await happens(description.fill(longer, soon))) typed.description = longer;
      return;
    }
    case 'continue':
      return press(page, 'Continue');
    case 'back':
      return press(page, 'Back');
    case 'goBack':
      // The history has no page of the wizard before the first one.
      return page.evaluate(() => {
        if (navigation.canGoBack) history.back();
      });
    case 'goForward':
      return page.evaluate(() => history.forward());
    case 'reload':
      await page.reload();
      return;
    case 'create':
      return agree(person, 'Create connection');
    case 'createAndReload':
      await agree(person, 'Create connection');
      await page.reload();
      return;
    case 'stopLooking':
      return press(page, 'Stop search');
    case 'lookAgain':
      return press(page, 'Search again');
    case 'tryAgain':
      return agree(person, 'Try again');
    case 'stopTrying':
      return press(page, 'Stop trying');
    case 'change': {
      const link = page.getByRole('link', { name: 'Change Apache Phoenix' });
      if (await link.isVisible()) await happens(link.click(soon));
      return;
    }
    case 'lookElsewhere':
      await page.getByRole('link', { name: 'Connections', exact: true }).click();
      await look(person);
      await page.getByRole('link', { name: 'New connection', exact: true }).click();
      return;
    case 'wait':
      return page.clock.fastForward(15_000);
  }
}

/** Sends a request, and counts it if the page warns of a duplicate. */
async function agree(person: Walk, choice: 'Create connection' | 'Try again'): Promise<void> {
  const warning = person.page.getByRole('main').getByText(/may make a duplicate\./);
  const isWarned = await warning.first().isVisible();
  if (!(await click(person.page, choice))) return;
  const question = person.page.getByRole('alertdialog').getByRole('button', { name: 'Create again' });
  if (choice === 'Try again' && isWarned) await happens(question.click(soon));
  if (isWarned) person.consents += 1;
}

/** One step of the shortest way to a connection. It changes the host if the current one cannot work. */
async function goHome(person: Walk): Promise<void> {
  const { page, typed } = person;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const toConnection = page.getByRole('main').getByText('Open connection', { exact: true });
  const problem = page
    .getByRole('group', { name: 'There is a problem' })
    .or(page.getByRole('heading', { name: 'Is this yours?' }));
  if (await toConnection.isVisible()) return toConnection.click();
  const openIt = page.getByRole('main').getByRole('link', { name: 'Open connection' }).first();
  if (await openIt.isVisible()) return openIt.click();
  if (await button('Stop search').isVisible()) {
    return passTimeUntilVisible(
      page,
      problem
        .or(toConnection)
        .or(page.getByLabel('Connection ID', { exact: true }))
        .first(),
    );
  }
  if (await button('Stop trying').isVisible()) return press(page, 'Stop trying');
  if (await button('Continue').isVisible()) {
    if (typed.host !== mycluster.host && (await field(page, 'Host').isVisible())) {
      typed.host = mycluster.host;
      await field(page, 'Host').fill(typed.host);
    }
    return press(page, 'Continue');
  }
  const change = page.getByRole('link', { name: 'Change Apache Phoenix' });
  if (typed.host !== mycluster.host && (await change.isVisible())) return change.click();
  if (await button('Create connection').isVisible()) return agree(person, 'Create connection');
  if (!person.hasArrived) await page.getByRole('link', { name: 'New connection', exact: true }).click();
}

async function press(page: Page, name: string): Promise<void> {
  await click(page, name);
}

/** Clicks a button if it exists and is not busy. Returns whether it was clicked. */
async function click(page: Page, name: string): Promise<boolean> {
  const button = page.getByRole('button', { name, exact: true });
  return (await button.isVisible()) && happens(button.click(soon));
}

/** Whether the action succeeded. Its target may disappear or become busy just before. */
async function happens(action: Promise<void>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
