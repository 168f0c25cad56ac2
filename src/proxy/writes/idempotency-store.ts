import type { PageAnswer } from '../upstream/page-answer.ts';

/** Stores writes by their idempotency keys, so that each is carried out at most once. */
export interface IdempotencyStore {
  /**
   * Carries out a write with a new key. For a known key, waits for the outcome of the first write or repeats it. A
   * key is looked up and entered without an await in between.
   * @throws {ProxyError} the failure of the write; `key-mismatch` when the key belongs to another request;
   * `closed-key`; `busy` when there is no room for another key.
   */
  readonly run: (write: KeyedWrite) => Promise<PageAnswer>;
  /**
   * The outcome of a write, as soon as it is known. An unknown key is closed: a later write with this key is refused.
   * `signal` aborts when the client has gone.
   * @throws {ProxyError} the failure of the write, or `unseen`.
   */
  readonly read: (key: string, signal: AbortSignal) => Promise<PageAnswer>;
  readonly close: () => void;
}

export interface KeyedWrite {
  readonly key: string;
  /** Equal only for the same request of the same client. */
  readonly fingerprint: string;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
  /**
   * Sends the request. `signal` aborts when no client waits for the outcome, so a request that was not sent yet can
   * be dropped.
   */
  readonly send: (signal: AbortSignal) => Promise<PageAnswer>;
}
