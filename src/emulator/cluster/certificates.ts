import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** What is wrong with a certificate; null for a valid one. */
export type CertificateFault = 'expired' | 'selfSigned' | 'otherName' | null;

/** In PEM, for `node:tls`. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** The authority's own certificate, in PEM. A client that trusts it trusts every certificate that it signs. */
  readonly certificate: string;
  /** Issues a certificate for a server name. */
  readonly issue: (name: string, fault: CertificateFault) => ServerCertificate;
}

const day = 86_400_000;
const authorityName = [{ name: 'commonName', value: 'Sample cluster authority' }];

/** Creates the certificate authority of the sample cluster. Its keys live as long as the process. */
export async function createAuthority(): Promise<Authority> {
  // Authority and servers share one key pair, because generating keys is slow and these certificates protect sample
  // data only.
  const keys = await newKeys();
  const authority = newCertificate(keys, authorityName, false);
  authority.setIssuer(authorityName);
  authority.setExtensions([{ name: 'basicConstraints', cA: true }]);
  authority.sign(keys.privateKey, forge.md.sha256.create());

  return {
    certificate: forge.pki.certificateToPem(authority),
    issue(name, fault) {
      const subject = [{ name: 'commonName', value: name.slice(0, 64) }];
      const certificate = newCertificate(keys, subject, fault === 'expired');
      certificate.setIssuer(fault === 'selfSigned' ? subject : authorityName);
      const value = fault === 'otherName' ? 'other-name.example' : name;
      certificate.setExtensions([{ name: 'subjectAltName', altNames: [{ type: dnsName, value }] }]);
      certificate.sign(keys.privateKey, forge.md.sha256.create());
      return {
        cert: forge.pki.certificateToPem(certificate),
        key: forge.pki.privateKeyToPem(keys.privateKey),
      };
    },
  };
}

/** The kind of a name in a certificate (RFC 5280, 4.2.1.6). */
const dnsName = 2;

function newCertificate(
  { publicKey }: forge.pki.rsa.KeyPair,
  subject: forge.pki.CertificateField[],
  isExpired: boolean,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  // The serial number must be positive and unique.
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  certificate.validity.notBefore = new Date(Date.now() - 90 * day);
  certificate.validity.notAfter = new Date(Date.now() + (isExpired ? -1 : 365) * day);
  certificate.setSubject(subject);
  return certificate;
}

/** Node generates keys much faster than forge. */
async function newKeys(): Promise<forge.pki.rsa.KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const read = forge.pki.privateKeyFromPem(privateKey);
  return { privateKey: read, publicKey: forge.pki.rsa.setPublicKey(read.n, read.e) };
}
