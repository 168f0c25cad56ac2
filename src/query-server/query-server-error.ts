/** The hop at which a connection failed, in the order in which the hops are passed. */
export type Stage =
  | 'hostName'
  | 'network'
  | 'encryption'
  | 'httpPath'
  | 'signIn'
  | 'queryServer'
  | 'database';

/** The reason for the failure at that hop. Each of them was observed with a real server or its gateway. */
export type Reason =
  | 'hostUnknown'
  | 'hostLookupFailed'
  | 'checkNotAllowed'
  | 'addressNotAllowed'
  | 'portNotAllowed'
  | 'connectionRefused'
  | 'hostUnreachable'
  | 'connectTimedOut'
  | 'portNotEncrypted'
  | 'portEncrypted'
  | 'certificateSelfSigned'
  | 'certificateUntrusted'
  | 'certificateExpired'
  | 'certificateNotYetValid'
  | 'certificateForOtherName'
  | 'encryptionFailed'
  | 'pathNotFound'
  | 'credentialsRefused'
  | 'kerberosRequired'
  | 'accessForbidden'
  | 'notHttp'
  | 'noAnswer'
  | 'connectionClosed'
  | 'answerTimedOut'
  | 'answerTooLarge'
  | 'gatewayCannotReachServer'
  | 'otherSerialization'
  | 'notQueryServer'
  | 'connectionForgotten'
  | 'statementFailed';

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
