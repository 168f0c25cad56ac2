import type { Refusal } from '../refusal.ts';
import type { Call, Operation, Outcome } from '../operation.ts';
import type { ServedEndpointName } from '../served-endpoints.ts';

/** Behavior of the local service that you can select, to see how the wizard handles it. */
export interface Scenario {
  /** Kebab case. */
  readonly name: string;
  /** One line for demo viewers. */
  readonly description: string;
  /** Which value selects the scenario, and in which field. */
  readonly reachedBy: { readonly field: ScenarioField; readonly value: string };
  /** The affected endpoints. A host selects the scenario in every request about a connection to that host. */
  readonly on: 'every' | readonly ServedEndpointName[];
  /** When active for all requests, the scenario affects every endpoint, not only those in `on`. */
  readonly everywhere: boolean;
  readonly act: Act;
}

/** A control of the wizard, by its accessible name. */
export type ScenarioField = 'API key' | 'Organization ID' | 'Access token' | 'Sandbox' | 'Host';

/** Replaces an operation, and may still run it. @throws {Refusal} */
export type Act = (call: Call, operation: Operation) => Outcome;

/** A scenario that affects the creation of a connection to the host with its name. */
export function onCreate<const Name extends string>(name: Name) {
  return { ...atHost(name), on: ['createConnection'] } as const;
}

/** A scenario that affects a connection to the host with its name. */
export function atHost<const Name extends string>(name: Name) {
  return { name, reachedBy: { field: 'Host', value: `${name}.example` } } as const;
}

/** Refuses every request. */
export function refuse(toRefusal: () => Refusal): () => never {
  return () => {
    throw toRefusal();
  };
}

/** The operation with the database of this host instead of the connection's own. */
export function visit(databaseHost: string): Act {
  return (call, operation) => operation({ ...call, databaseHost });
}
