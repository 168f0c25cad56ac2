import type { ScenarioName } from './scenarios.ts';
import type { StoredConnection } from './stored-connection.ts';

/** All that the local service remembers, in memory. */
export interface State {
  /** By organization and sandbox, see {@link stateKey}. */
  readonly connections: Map<string, readonly StoredConnection[]>;
  readonly revokedTokens: Set<string>;
  /** The scenario that is on for every request. */
  scenario: ScenarioName | null;
}

/** A service that holds nothing yet. */
export function emptyState(): State {
  return { connections: new Map(), revokedTokens: new Set(), scenario: null };
}

/** Connections are seen in their organization and sandbox only. */
export function stateKey(organizationId: string, sandboxName: string): string {
  return `${organizationId} ${sandboxName}`;
}
