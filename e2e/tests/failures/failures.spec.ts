import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { type ScenarioName, scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import { type FailureStory, failureStories } from '../../support/failures/failure-stories.ts';
import {
  type Cast,
  tellBusy,
  tellCallerField,
  tellFound,
  tellMade,
  tellNotFound,
  tellParam,
  tellRefused,
  tellSandboxByHand,
} from '../../support/failures/failure-tellers.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { mycluster, openWizard } from '../../support/wizard/wizard.ts';

/** Everything right, but for the one value that leads to the scenario. */
async function castFor(name: ScenarioName): Promise<Cast> {
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

type Kind = Exclude<FailureStory['kind'], 'elsewhere'>;

/** What scenarios of one kind have in common. */
const titles: Readonly<Record<Kind, string>> = {
  'caller-field': 'a caller who is refused learns which field to change, and creates the connection',
  param: 'a database that refuses names the field to change, which is mended where it is shown',
  refused: 'a refusal that nothing on the form can mend is told, and keeps what was typed',
  busy: 'a service that takes no more requests is asked again on a click',
  'not-found': 'a create whose answer is lost, and that left nothing, is looked for and not sent again',
  found: 'a create whose answer is lost, and that was carried out, is found',
  made: 'a connection is created, and its page tells what its database is like',
  'sandbox-by-hand': 'sandboxes that cannot be listed are typed',
};

/** Their waits are ended by the tests. */
const outOfTime: readonly string[] = ['not-found', 'sandbox-by-hand'];

async function tell(page: Page, name: ScenarioName): Promise<void> {
  const story = failureStories[name];
  const cast = await castFor(name);
  switch (story.kind) {
    case 'caller-field':
      return tellCallerField(page, cast, story);
    case 'param':
      return tellParam(page, cast, story);
    case 'refused':
      return tellRefused(page, cast, story);
    case 'busy':
      return tellBusy(page, cast, story);
    case 'not-found':
      return tellNotFound(page, cast, story);
    case 'found':
      return tellFound(page, cast);
    case 'made':
      return tellMade(page, cast, story);
    case 'sandbox-by-hand':
      return tellSandboxByHand(page, cast, story.words);
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
      if (failureStories[name].kind !== kind) continue;
      await test.step(`${name}: ${description}`, () => tell(page, name));
    }
  });
}

test('every other failure is told by the spec that is named for it', () => {
  for (const { name } of scenarios) {
    const story = failureStories[name];
    if (story.kind !== 'elsewhere') continue;
    const text = readFileSync(new URL(story.spec, import.meta.url), 'utf8');
    expect(text.includes(name) || text.includes(reachedBy(name).value), name).toBe(true);
  }
});
