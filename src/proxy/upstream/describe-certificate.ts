/** OpenSSL's codes for a certificate that is not signed by a known authority. */
const untrusted: ReadonlySet<string> = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Describes the fault of a certificate, as the end of "a certificate that"; null for other failures. */
export function describeCertificate(code: string): string | null {
  if (untrusted.has(code)) {
    return (
      `is not trusted (${code}). If your network uses its own certificate authority, set ` +
      'NODE_EXTRA_CA_CERTS to a file with its certificate and restart the server'
    );
  }
  return /^(?:ERR_TLS_CERT|CERT_)/.test(code) ? `is not valid (${code})` : null;
}
