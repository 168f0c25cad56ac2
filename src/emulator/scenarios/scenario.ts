import type { Call, Operation, Outcome } from '../operation.ts';
import type { ServedEndpointName } from '../served-endpoints.ts';

/** Behaviour of the local service that a user can ask for, to see how the wizard takes it. */
export interface Scenario {
  /** Kebab case. */
  readonly name: string;
  /** One line for whoever watches a demo. */
  readonly description: string;
  /** What to type, and into which field. */
  readonly reachedBy: { readonly field: ScenarioField; readonly value: string };
  /** What it touches. A host is known to whatever concerns the connection that leads to it. */
  readonly on: 'every' | readonly ServedEndpointName[];
  /** Switched on for all requests, it touches every endpoint, not only those. */
  readonly everywhere: boolean;
  readonly act: Act;
}

/** A control of the wizard, by its accessible name. */
export type ScenarioField = 'API key' | 'Organization ID' | 'Access token' | 'Sandbox' | 'Host';

/** Takes the place of an operation, which it may carry out or not. @throws {Refusal} */
export type Act = (call: Call, operation: Operation) => Outcome;
