import type { Answer } from './answer.ts';
import type { Databases } from './cluster/databases.ts';
import type { Caller } from './caller.ts';
import type { ServedEndpointName } from './served-endpoints.ts';
import type { SecretView, StoredConnection } from './connections/stored-connection.ts';
import type { StoredSandbox } from './sandboxes.ts';

/** A pure function of state, clock and request. @throws {Refusal} */
export type Operation = (call: Call) => Outcome;

/** One request after every check of its headers: all that an operation depends on. */
export interface Call {
  readonly endpoint: ServedEndpointName;
  readonly caller: Caller;
  /** The default one for what needs no sandbox. */
  readonly sandbox: StoredSandbox;
  /** The path's `{id}`, decoded; empty when it has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; undefined for methods without a body. */
  readonly body: unknown;
  /** What the caller's organization and sandbox hold, by ID. */
  readonly connections: ReadonlyMap<string, StoredConnection>;
  /** Moments that scenarios remember, in epoch milliseconds. */
  readonly memory: ReadonlyMap<string, number>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** When it writes: now, and later than every write before it in the sandbox, so that times tell the order. */
  readonly writeTime: number;
  /** A fresh lower-case UUID. */
  readonly newId: () => string;
  readonly secrets: SecretView;
  /** The host whose database is opened instead of the connection's own; null for that one. */
  readonly databaseHost: string | null;
}

/** An answer for which the database is opened. @throws {Refusal} */
export type DatabaseAnswer = (databases: Databases) => Promise<Answer>;

/** What a request leads to. */
export interface Outcome {
  /** `cut`: the connection breaks without an answer. */
  readonly answer: Answer | 'cut' | DatabaseAnswer;
  /** A connection that is new or changed. */
  readonly saved?: StoredConnection;
  readonly deletedId?: string;
  /** The answer waits as long. */
  readonly delayMilliseconds?: number;
  /** Carried out after a while, whatever the answer was. */
  readonly later?: { readonly milliseconds: number; readonly operation: Operation };
  /** Moments to remember, in epoch milliseconds. */
  readonly remember?: Readonly<Record<string, number>>;
}
