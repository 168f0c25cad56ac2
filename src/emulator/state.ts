import type { ScenarioName } from './scenarios/scenarios.ts';
import type { StoredConnection } from './connections/stored-connection.ts';

/** All that the local service remembers, in memory. */
export interface State {
  /** By organization and sandbox: connections are seen there only. */
  sandboxes: Map<string, SandboxState>;
  /** Moments that scenarios remember, in epoch milliseconds. */
  readonly memory: Map<string, number>;
  /** The scenario that is on for every request. */
  scenario: ScenarioName | null;
}

export interface SandboxState {
  /** By ID. */
  readonly connections: Map<string, StoredConnection>;
  /** Epoch milliseconds. */
  lastWrite: number;
}

/** A service that holds nothing yet. */
export function emptyState(): State {
  return { sandboxes: new Map(), memory: new Map(), scenario: null };
}

/** What a sandbox of an organization holds. */
export function sandboxState({ sandboxes }: State, organizationId: string, name: string): SandboxState {
  const key = `${organizationId} ${name}`;
  const held = sandboxes.get(key) ?? { connections: new Map(), lastWrite: 0 };
  sandboxes.set(key, held);
  return held;
}
