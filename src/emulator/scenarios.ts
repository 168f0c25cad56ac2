/** Behaviour of the local service that a user can ask for, to see how the wizard takes it. */
export interface Scenario {
  readonly name: string;
  /** One line for whoever watches a demo. */
  readonly description: string;
  /** What to type, and into which field; null when it can only be switched on. */
  readonly reachedBy: { readonly field: string; readonly value: string } | null;
}

export type ScenarioName = string;

export const scenarios: readonly Scenario[] = [];
