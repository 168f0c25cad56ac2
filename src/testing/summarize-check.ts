import type { CheckEvent, CheckFacts, CheckStage } from '../flow-service/schemas/connection-check.ts';

/** For tests: the result of a check in short. */
export interface CheckSummary {
  /** The failed stage and its reason, `passed`, or `not finished`. */
  readonly outcome: string;
  /** For example `signIn: credentialsNotChecked`. */
  readonly warnings: readonly string[];
  readonly notTestable: readonly CheckStage[];
  /** The facts of all stages. */
  readonly facts: CheckFacts;
  readonly isSample: boolean;
}

export async function summarizeCheck(
  events: AsyncIterable<CheckEvent> | Iterable<CheckEvent>,
): Promise<CheckSummary> {
  let [outcome, isSample] = ['not finished', false];
  const warnings: string[] = [];
  const notTestable: CheckStage[] = [];
  let facts: CheckFacts = {};
  for await (const event of events) {
    if (event.type === 'started') ({ isSample } = event);
    if (event.type === 'finished' && outcome === 'not finished') outcome = 'passed';
    if (event.type !== 'result') continue;
    facts = { ...facts, ...event.facts };
    warnings.push(...event.warnings.map((warning) => `${event.stage}: ${warning}`));
    if (event.state === 'notTestable') notTestable.push(event.stage);
    if (event.state === 'failed') outcome = `${event.stage}: ${event.reason}`;
  }
  return { outcome, warnings, notTestable, facts, isSample };
}
