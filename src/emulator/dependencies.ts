import { type Databases, createDatabases } from './cluster/databases.ts';
import type { SecretView } from './connections/stored-connection.ts';

/** External dependencies of the local service. Tests replace them to get exact results. */
export interface Dependencies {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh lower-case UUID each time. */
  readonly newId: () => string;
  /** Runs a callback once, after a number of milliseconds. */
  readonly schedule: (milliseconds: number, run: () => void) => void;
  /** How secrets appear in responses. */
  readonly secrets: SecretView;
  /** Whether a create without the version of the connection spec is refused (OAS-D). OAS-S uses the newest version. */
  readonly requiresVersion: boolean;
  /** How the databases of connections are opened. */
  readonly databases: Databases;
}

/**
 * The real dependencies. Pending timers do not keep the process alive. Databases are dialed only if the server
 * provides a dial policy.
 */
export const realDependencies: Dependencies = {
  now: Date.now,
  newId: () => crypto.randomUUID(),
  schedule: (milliseconds, run) => void setTimeout(run, milliseconds).unref(),
  secrets: 'mask',
  requiresVersion: false,
  databases: createDatabases({ reach: 'off', ranges: [], ownPorts: [] }),
};
