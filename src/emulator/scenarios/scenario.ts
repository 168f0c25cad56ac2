import type { Refusal } from '../refusal.ts';
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

/** A scenario that touches the creation of a connection to the host of its name. */
export function onCreate<const Name extends string>(name: Name) {
  return { ...atHost(name), on: ['createConnection'] } as const;
}

/** A scenario that a connection to the host of its name is in. */
export function atHost<const Name extends string>(name: Name) {
  return { name, reachedBy: { field: 'Host', value: `${name}.example` } } as const;
}

/** Refuses whatever is asked. */
export function refuse(toRefusal: () => Refusal): () => never {
  return () => {
    throw toRefusal();
  };
}

/** The operation with this host's database in place of the connection's own. */
export function visit(databaseHost: string): Act {
  return (call, operation) => operation({ ...call, databaseHost });
}
