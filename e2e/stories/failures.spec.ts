import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { type ScenarioName, scenarios } from '../../src/emulator/scenarios/scenarios.ts';
import { failureStories } from '../support/failure-stories.ts';
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
} from '../support/failure-tellers.ts';
import { getOwnCredentials } from '../support/flow-service.ts';
import { mycluster } from '../support/wizard.ts';

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
    case 'elsewhere': {
      const text = readFileSync(new URL(story.spec, import.meta.url), 'utf8');
      expect(text.includes(name) || text.includes(reachedBy(name).value)).toBe(true);
    }
  }
}

function reachedBy(name: ScenarioName) {
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  return scenario.reachedBy;
}

for (const { name, description } of scenarios) {
  test(`${name}: ${description}`, async ({ page }) => {
    await tell(page, name);
  });
}
