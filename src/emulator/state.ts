import type { ScenarioName } from './scenarios.ts';
import type { StoredConnection } from './stored-connection.ts';

/** All that the local service remembers, in memory. */
export interface State {
  /** By organization and sandbox, see {@link stateKey}. */
  connections: Map<string, readonly StoredConnection[]>;
  /** Moments that scenarios remember, in epoch milliseconds. */
  readonly memory: Map<string, number>;
  /** The scenario that is on for every request. */
  scenario: ScenarioName | null;
}

/** A service that holds nothing yet. */
export function emptyState(): State {
  return { connections: new Map(), memory: new Map(), scenario: null };
}

/** Connections are seen in their organization and sandbox only. */
export function stateKey(organizationId: string, sandboxName: string): string {
  return `${organizationId} ${sandboxName}`;
}
