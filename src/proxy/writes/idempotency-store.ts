import type { PageAnswer } from '../upstream/page-answer.ts';

/** Remembers writes by their idempotency keys, so that each is carried out at most once. */
export interface IdempotencyStore {
  /**
   * Carries out a write whose key is new; of a key that is known, waits for the outcome of the first one or repeats it.
   * Nothing comes between looking a key up and entering it.
   * @throws {ProxyError} the failure of the write; `key-mismatch` when the key is another request's; `closed-key`;
   * `busy` when there is no room for another key.
   */
  readonly run: (write: KeyedWrite) => Promise<PageAnswer>;
  /**
   * The outcome of a write, as soon as there is one. A key that is not known is closed: a write that comes later is
   * refused. `signal`: whoever asked has gone.
   * @throws {ProxyError} the failure of the write, or `unseen`.
   */
  readonly read: (key: string, signal: AbortSignal) => Promise<PageAnswer>;
  readonly close: () => void;
}

export interface KeyedWrite {
  readonly key: string;
  /** The same for the same request of the same client, and for no other. */
  readonly fingerprint: string;
  /** Whoever asked has gone. */
  readonly signal: AbortSignal;
  /** Sends the request. `signal`: nobody waits for the outcome any more, so what was not sent yet need not be sent. */
  readonly send: (signal: AbortSignal) => Promise<PageAnswer>;
}
