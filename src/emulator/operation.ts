import type { Answer } from './answer.ts';
import type { Databases } from './cluster/databases.ts';
import type { Caller } from './caller.ts';
import type { ServedEndpointName } from './served-endpoints.ts';
import type { ServedSpec } from './connections/connection-specs.ts';
import type { SecretView, StoredConnection } from './connections/stored-connection.ts';
import type { StoredSandbox } from './sandboxes.ts';
import type { StoredUsage } from './usage/stored-usage.ts';

/** A pure function of state, clock and request. @throws {Refusal} */
export type Operation = (call: Call) => Outcome;

/** One request after all checks of its headers: everything that an operation depends on. */
export interface Call {
  readonly endpoint: ServedEndpointName;
  readonly caller: Caller;
  /** The default sandbox for endpoints that need no sandbox. */
  readonly sandbox: StoredSandbox;
  /** The path's `{id}`, decoded; empty when the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The scheme, host and port that the request was sent to. */
  readonly origin: string;
  readonly headers: Headers;
  /** Parsed JSON; undefined for methods without a body. */
  readonly body: unknown;
  /** The connections in the caller's organization and sandbox, by ID. */
  readonly connections: ReadonlyMap<string, StoredConnection>;
  /** What uses these connections. It is a function, because few operations need it. */
  readonly usage: () => StoredUsage;
  /** The connection specs that the caller's organization has. */
  readonly specs: readonly ServedSpec[];
  /** Moments that scenarios remember, in epoch milliseconds. */
  readonly memory: ReadonlyMap<string, number>;
  /** Epoch milliseconds. */
  readonly now: number;
  /**
   * The time of a write. It is later than every previous write in the sandbox, so that times show the order of
   * writes.
   */
  readonly writeTime: number;
  /** A fresh lower-case UUID. */
  readonly newId: () => string;
  readonly secrets: SecretView;
  /** Whether a create without the version of the connection spec is refused. */
  readonly requiresVersion: boolean;
  /** The host to open instead of the connection's own host; null opens the connection's own host. */
  readonly databaseHost: string | null;
}

/** An answer that requires opening the database. @throws {Refusal} */
export type DatabaseAnswer = (databases: Databases) => Promise<Answer>;

/** The result of a request. */
export interface Outcome {
  /** `cut`: the connection breaks without an answer. */
  readonly answer: Answer | 'cut' | DatabaseAnswer;
  /** A connection that was created or changed. */
  readonly saved?: StoredConnection;
  readonly deletedId?: string;
  /** Milliseconds to delay the answer. */
  readonly delayMilliseconds?: number;
  /** An operation to run later, whatever the answer is. */
  readonly later?: { readonly milliseconds: number; readonly operation: Operation };
  /** Moments to remember, in epoch milliseconds. */
  readonly remember?: Readonly<Record<string, number>>;
}
