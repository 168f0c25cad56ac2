import { callerScenarios } from './scenarios/caller-scenarios.ts';
import { databaseScenarios } from './scenarios/database-scenarios.ts';
import { failureScenarios } from './scenarios/failure-scenarios.ts';
import { lostAnswerScenarios } from './scenarios/lost-answer-scenarios.ts';
import { sandboxScenarios } from './scenarios/sandbox-scenarios.ts';

/** The one list of what can be acted out, for the demo and for the tests. */
export const scenarios = [
  ...callerScenarios,
  ...sandboxScenarios,
  ...databaseScenarios,
  ...failureScenarios,
  ...lostAnswerScenarios,
] as const;

export type ScenarioName = (typeof scenarios)[number]['name'];
