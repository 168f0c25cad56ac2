import type { ScenarioName } from './scenarios/scenarios.ts';
import type { StoredConnection } from './connections/stored-connection.ts';
import type { StoredFlow, StoredSourceConnection } from './usage/stored-usage.ts';

/** The state of the local service, in memory. */
export interface State {
  /** Keyed by organization and sandbox, because a connection is visible only there. */
  sandboxes: Map<string, SandboxState>;
  /** Moments that scenarios remember, in epoch milliseconds. */
  readonly memory: Map<string, number>;
  /** The scenario that is active for every request. */
  scenario: ScenarioName | null;
}

export interface SandboxState {
  /** By ID. */
  readonly connections: Map<string, StoredConnection>;
  readonly sourceConnections: Map<string, StoredSourceConnection>;
  readonly flows: Map<string, StoredFlow>;
  /** Epoch milliseconds. */
  lastWrite: number;
}

/** The state of a service without connections. */
export function emptyState(): State {
  return { sandboxes: new Map(), memory: new Map(), scenario: null };
}

/** The state of one sandbox of an organization. */
export function sandboxState({ sandboxes }: State, organizationId: string, name: string): SandboxState {
  const key = `${organizationId} ${name}`;
  const held = sandboxes.get(key) ?? {
    connections: new Map(),
    sourceConnections: new Map(),
    flows: new Map(),
    lastWrite: 0,
  };
  sandboxes.set(key, held);
  return held;
}
