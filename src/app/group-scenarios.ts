import type { ScenarioList } from '../flow-service/schemas/environment.ts';
import { searchByWords } from '../ui/search-by-words.ts';

type Scenarios = ScenarioList['scenarios'];

/** The scenarios whose title, stage, description, name or value contains every word of the text, in any case. */
export function searchScenarios(scenarios: Scenarios, text: string): Scenarios {
  return searchByWords(scenarios, text, ({ name, title, stage, description, reachedBy }) =>
    [name, title, stage, description, reachedBy?.value].join(' '),
  );
}

/** The scenarios by stage, in their order. */
export function groupScenarios(
  scenarios: Scenarios,
): readonly { readonly stage: string; readonly scenarios: Scenarios }[] {
  const stages = [...new Set(scenarios.map(({ stage }) => stage))];
  return stages.map((stage) => ({ stage, scenarios: scenarios.filter((one) => one.stage === stage) }));
}
