import type { PageAnswer } from '../upstream/page-answer.ts';

/** Stores writes by their idempotency keys, so that each is carried out at most once. */
export interface IdempotencyStore {
  /**
   * What all servers that share the store have in common. It changes when the store loses its keys.
   * @throws {ProxyError} `no-store`
   */
  readonly identity: () => Promise<StoreIdentity>;
  /**
   * Carries out a write with a new key. For a known key, waits for the outcome of the first write or repeats it. A
   * key is looked up and entered in one step.
   * @throws {ProxyError} the failure of the write; `key-mismatch` when the key belongs to another request;
   * `closed-key`; `busy` when there is no room for another key; `no-store`.
   */
  readonly run: (write: KeyedWrite) => Promise<PageAnswer>;
  /**
   * The outcome of a write, as soon as it is known. An unknown key is closed: a later write with this key is refused.
   * `signal` aborts when the client has gone.
   * @throws {ProxyError} the failure of the write, or `unseen`; `no-store`.
   */
  readonly read: (key: string, signal: AbortSignal) => Promise<PageAnswer>;
  readonly close: () => void;
}

export interface StoreIdentity {
  /** Part of every key, so that keys from before a loss of the store are recognized. */
  readonly nonce: string;
  /** The key of the digests by which requests are compared. */
  readonly secret: string;
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
