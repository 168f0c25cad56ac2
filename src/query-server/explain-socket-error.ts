import { QueryServerError, type Reason, type Stage } from './query-server-error.ts';

/** The meaning of Node's and OpenSSL's error codes, by the hop at which they occur. */
const reasons: Readonly<Record<string, readonly [Stage, Reason]>> = {
  ENOTFOUND: ['hostName', 'hostUnknown'],
  ENODATA: ['hostName', 'hostUnknown'],
  EAI_AGAIN: ['hostName', 'hostLookupFailed'],
  ECONNREFUSED: ['network', 'connectionRefused'],
  EHOSTUNREACH: ['network', 'hostUnreachable'],
  ENETUNREACH: ['network', 'hostUnreachable'],
  EADDRNOTAVAIL: ['network', 'hostUnreachable'],
  EHOSTDOWN: ['network', 'hostUnreachable'],
  ETIMEDOUT: ['network', 'connectTimedOut'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['encryption', 'portNotEncrypted'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['encryption', 'portNotEncrypted'],
  ERR_SSL_UNKNOWN_PROTOCOL: ['encryption', 'portNotEncrypted'],
  EPROTO: ['encryption', 'portNotEncrypted'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['encryption', 'certificateSelfSigned'],
  SELF_SIGNED_CERT_IN_CHAIN: ['encryption', 'certificateUntrusted'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['encryption', 'certificateUntrusted'],
  UNABLE_TO_GET_ISSUER_CERT: ['encryption', 'certificateUntrusted'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['encryption', 'certificateUntrusted'],
  CERT_UNTRUSTED: ['encryption', 'certificateUntrusted'],
  CERT_HAS_EXPIRED: ['encryption', 'certificateExpired'],
  CERT_NOT_YET_VALID: ['encryption', 'certificateNotYetValid'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['encryption', 'certificateForOtherName'],
};

/** Explains an error while the connection was being established. */
export function explainConnectError(error: unknown, hop: 'network' | 'encryption'): QueryServerError {
  if (error instanceof QueryServerError) return error;
  // The host was reached, but the server gave no answer.
  if (codeOf(error) === 'ECONNRESET') return new QueryServerError(hop, 'noAnswer');
  const [stage, reason] = reasons[codeOf(error)] ?? [
    hop,
    hop === 'network' ? 'hostUnreachable' : 'encryptionFailed',
  ];
  return new QueryServerError(stage, reason);
}

/** Explains an error after the connection was established, while a request was sent or its answer read. */
export function explainExchangeError(
  error: unknown,
  { isEncrypted, hasAnswered }: { readonly isEncrypted: boolean; readonly hasAnswered: boolean },
): QueryServerError {
  if (error instanceof QueryServerError) return error;
  if (codeOf(error).startsWith('HPE_')) {
    // A TLS alert begins with these two bytes. An encrypted port of Jetty sends one in answer to plain HTTP.
    const isAlert =
      !isEncrypted &&
      firstBytesOf(error)
        ?.subarray(0, 2)
        .equals(Buffer.from([0x15, 0x03])) === true;
    return isAlert
      ? new QueryServerError('encryption', 'portEncrypted')
      : new QueryServerError('queryServer', 'notHttp');
  }
  // ZooKeeper, HBase and some encrypted ports react to HTTP in this way.
  return new QueryServerError('queryServer', hasAnswered ? 'connectionClosed' : 'noAnswer');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Node attaches the bytes that its HTTP parser could not read to the error. */
function firstBytesOf(error: unknown): Buffer | null {
  return error instanceof Error && 'rawPacket' in error && Buffer.isBuffer(error.rawPacket)
    ? error.rawPacket
    : null;
}
