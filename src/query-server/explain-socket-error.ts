import { QueryServerError, type Reason, type Stage } from './query-server-error.ts';

/** What Node's and OpenSSL's error codes mean, by the hop at which they come. */
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

/** An error while the connection was made. */
export function explainConnectError(error: unknown, hop: 'network' | 'encryption'): QueryServerError {
  if (error instanceof QueryServerError) return error;
  const [stage, reason] = reasons[codeOf(error)] ?? [
    hop,
    hop === 'network' ? 'hostUnreachable' : 'encryptionFailed',
  ];
  return new QueryServerError(stage, reason);
}

/** An error after the connection was made, while a request was sent or its answer read. */
export function explainExchangeError(
  error: unknown,
  { isEncrypted, hasAnswered }: { readonly isEncrypted: boolean; readonly hasAnswered: boolean },
): QueryServerError {
  if (error instanceof QueryServerError) return error;
  if (codeOf(error).startsWith('HPE_')) {
    // An alert of TLS begins with these two bytes; it is what an encrypted port of Jetty says to plain HTTP.
    const isAlert =
      !isEncrypted &&
      firstBytesOf(error)
        ?.subarray(0, 2)
        .equals(Buffer.from([0x15, 0x03])) === true;
    return isAlert
      ? new QueryServerError('encryption', 'portEncrypted')
      : new QueryServerError('queryServer', 'notHttp');
  }
  // What ZooKeeper and HBase do with HTTP, and some encrypted ports.
  return new QueryServerError('queryServer', hasAnswered ? 'connectionClosed' : 'noAnswer');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Node keeps what its HTTP parser could not read. */
function firstBytesOf(error: unknown): Buffer | null {
  return error instanceof Error && 'rawPacket' in error && Buffer.isBuffer(error.rawPacket)
    ? error.rawPacket
    : null;
}
