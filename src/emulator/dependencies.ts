import { type Databases, createDatabases } from './cluster/databases.ts';
import type { SecretView } from './connections/stored-connection.ts';

/** What the local service is given from outside, so that tests can be exact. */
export interface Dependencies {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh lower-case UUID each time. */
  readonly newId: () => string;
  /** Runs something once, after so many milliseconds. */
  readonly schedule: (milliseconds: number, run: () => void) => void;
  /** How secrets look on reads. */
  readonly secrets: SecretView;
  /** How the databases of connections are opened. */
  readonly databases: Databases;
}

/** Real ones; what waits does not keep the process alive. Nothing is dialled unless the server says what may be. */
export const realDependencies: Dependencies = {
  now: Date.now,
  newId: () => crypto.randomUUID(),
  schedule: (milliseconds, run) => void setTimeout(run, milliseconds).unref(),
  secrets: 'mask',
  databases: createDatabases({ reach: 'off', ranges: [], ownPorts: [] }),
};
