import { callerScenarios } from './caller-scenarios.ts';
import { databaseScenarios } from './database-scenarios.ts';
import { failureScenarios } from './failure-scenarios.ts';
import { lostAnswerScenarios } from './lost-answer-scenarios.ts';
import { misconfigurationScenarios } from './misconfiguration-scenarios.ts';
import { sandboxScenarios } from './sandbox-scenarios.ts';
import { specScenarios } from './spec-scenarios.ts';

/** All scenarios, for the demo and for the tests. */
export const scenarios = [
  ...callerScenarios,
  ...sandboxScenarios,
  ...specScenarios,
  ...databaseScenarios,
  ...misconfigurationScenarios,
  ...failureScenarios,
  ...lostAnswerScenarios,
] as const;

export type ScenarioName = (typeof scenarios)[number]['name'];
