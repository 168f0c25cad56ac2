/** The hop of a connection at which it failed, in the order in which they are passed. */
export type Stage =
  | 'hostName'
  | 'network'
  | 'encryption'
  | 'httpPath'
  | 'signIn'
  | 'queryServer'
  | 'database';

/** Why it failed there. A real server, or a gateway in front of one, was seen to cause each of them. */
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

/** What Phoenix says of a statement that it refused, from its text: its numeric fields are always the same. */
export interface PhoenixErrorCode {
  readonly number: number;
  /** SQLSTATE, five characters. */
  readonly sqlState: string;
}

export interface FailureFacts {
  /** Of HTTP. */
  readonly status?: number;
  readonly phoenixCode?: PhoenixErrorCode;
}

/** A failure of a query server, or on the way to it. Nothing that the other side wrote is in it but recognized facts. */
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
