import type { CheckReason, CheckStage } from '../flow-service/schemas/connection-check.ts';

/** The hop at which a connection failed. */
export type Stage = CheckStage;

/** The reason for the failure at that hop. */
export type Reason = CheckReason;

/**
 * The code of a statement that Phoenix refused. It is read from the text, because the numeric fields are always the
 * same.
 */
export interface PhoenixErrorCode {
  readonly number: number;
  /** SQLSTATE, five characters. */
  readonly sqlState: string;
}

export interface FailureFacts {
  /** The HTTP status. */
  readonly status?: number;
  /** The port of the same host that the response redirects to, for HTTPS. */
  readonly httpsPort?: number;
  readonly phoenixCode?: PhoenixErrorCode;
}

/**
 * A failure of a query server, or of the connection to it. It contains no text of the other side except recognized
 * facts.
 */
export class QueryServerError extends Error {
  override readonly name = 'QueryServerError';
  readonly stage: Stage;
  readonly reason: Reason;
  readonly facts: FailureFacts;

  constructor(stage: Stage, reason: Reason, facts: FailureFacts = {}) {
    super(`${stage}: ${reason}`);
    this.stage = stage;
    this.reason = reason;
    this.facts = facts;
  }
}
