import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { type ScenarioName, scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import { type ExpectedFailure, expectedFailures } from '../../support/failures/expected-failures.ts';
import {
  type ScenarioContext,
  runBusy,
  runCallerField,
  runFound,
  runMade,
  runNotFound,
  runParam,
  runRefused,
  runSandboxByHand,
} from '../../support/failures/scenario-steps.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { mycluster, openWizard } from '../../support/wizard/wizard.ts';

/** Valid values, except for the one that triggers the scenario. */
async function contextFor(name: ScenarioName): Promise<ScenarioContext> {
  const { field, value } = reachedBy(name);
  const rightCaller = await getOwnCredentials();
  const caller = {
    ...rightCaller,
    ...(field === 'API key' && { apiKey: value }),
    ...(field === 'Organization ID' && { organizationId: value }),
    ...(field === 'Access token' && { accessToken: value }),
    ...(field === 'Sandbox' && { sandbox: value }),
  };
  const answers = { host: field === 'Host' ? value : mycluster.host, username: 'admin', password: 'wrong' };
  return { caller, rightCaller, answers };
}

type Kind = Exclude<ExpectedFailure['kind'], 'elsewhere'>;

/** The test titles by kind of scenario. */
const titles: Readonly<Record<Kind, string>> = {
  'caller-field':
    'rejected credentials are explained with the field to change, and then the connection is created',
  param: 'a database error names the field to change, which can be corrected in the error message',
  refused: 'an error that the form cannot correct is explained, and the values are kept',
  busy: 'a request to a busy service is sent again on a click',
  'not-found': 'after a lost response without a connection, the page searches and sends nothing again',
  found: 'after a lost response, the created connection is found',
  made: 'a connection is created, and its page shows the state of its database',
  'sandbox-by-hand': 'if sandboxes cannot be listed, the name can be entered',
};

/** The tests end the waits of these kinds with the page's clock. */
const outOfTime: readonly string[] = ['not-found', 'sandbox-by-hand'];

async function runScenario(page: Page, name: ScenarioName): Promise<void> {
  const expected = expectedFailures[name];
  const context = await contextFor(name);
  switch (expected.kind) {
    case 'caller-field':
      return runCallerField(page, context, expected);
    case 'param':
      return runParam(page, context, expected);
    case 'refused':
      return runRefused(page, context, expected);
    case 'busy':
      return runBusy(page, context, expected);
    case 'not-found':
      return runNotFound(page, context, expected);
    case 'found':
      return runFound(page, context);
    case 'made':
      return runMade(page, context, expected);
    case 'sandbox-by-hand':
      return runSandboxByHand(page, context, expected.words);
    case 'elsewhere':
  }
}

function reachedBy(name: ScenarioName) {
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  return scenario.reachedBy;
}

for (const [kind, title] of Object.entries(titles)) {
  test(title, async ({ page }) => {
    if (outOfTime.includes(kind)) await page.clock.install();
    await openWizard(page);
    for (const { name, description } of scenarios) {
      if (expectedFailures[name].kind !== kind) continue;
      await test.step(`${name}: ${description}`, () => runScenario(page, name));
    }
  });
}

test('every other failure has its own test, named in the list', () => {
  for (const { name } of scenarios) {
    const expected = expectedFailures[name];
    if (expected.kind !== 'elsewhere') continue;
    const text = readFileSync(new URL(expected.spec, import.meta.url), 'utf8');
    expect(text.includes(name) || text.includes(reachedBy(name).value), name).toBe(true);
  }
});
