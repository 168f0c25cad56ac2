import { constants, generateKeyPair, privateEncrypt } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** What is wrong with a certificate; null for a valid one. */
export type CertificateFault =
  | 'expired'
  | 'expiresSoon'
  | 'notYetValid'
  | 'selfSigned'
  | 'untrusted'
  | 'otherName'
  | null;

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
  const authority = newCertificate(keys, authorityName, null);
  authority.setIssuer(authorityName);
  authority.setExtensions([{ name: 'basicConstraints', cA: true }]);
  authority.sign(keys.privateKey, forge.md.sha256.create());

  return {
    certificate: forge.pki.certificateToPem(authority),
    issue(name, fault) {
      const subject = [{ name: 'commonName', value: name.slice(0, 64) }];
      const certificate = newCertificate(keys, subject, fault);
      certificate.setIssuer(issuerOf(subject, fault));
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

/** From when and until when a certificate is valid, in days from now. */
const validDays: Readonly<Partial<Record<NonNullable<CertificateFault>, readonly [number, number]>>> = {
  expired: [-90, -1],
  // Half a day more, because the days left are rounded down.
  expiresSoon: [-90, 10.5],
  notYetValid: [1, 365],
};

/** An authority with another name, which no client trusts, signs with the same key. */
const unknownAuthority = [{ name: 'commonName', value: 'Private authority' }];

function issuerOf(subject: forge.pki.CertificateField[], fault: CertificateFault) {
  if (fault === 'selfSigned') return subject;
  return fault === 'untrusted' ? unknownAuthority : authorityName;
}

function newCertificate(
  { publicKey }: forge.pki.rsa.KeyPair,
  subject: forge.pki.CertificateField[],
  fault: CertificateFault,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  // The serial number must be positive and unique.
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  const [first, last] = (fault !== null && validDays[fault]) || [-90, 365];
  certificate.validity.notBefore = new Date(Date.now() + first * day);
  certificate.validity.notAfter = new Date(Date.now() + last * day);
  certificate.setSubject(subject);
  return certificate;
}

/** What precedes a digest of SHA-256 in a signature of RSA (RFC 8017, 9.2). */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Node generates keys and signs much faster than forge. */
async function newKeys(): Promise<forge.pki.rsa.KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const read = forge.pki.privateKeyFromPem(privateKey);
  const sign = (digest: forge.md.MessageDigest) =>
    privateEncrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([sha256Prefix, Buffer.from(digest.digest().getBytes(), 'latin1')]),
    ).toString('latin1');
  return { privateKey: { ...read, sign }, publicKey: forge.pki.rsa.setPublicKey(read.n, read.e) };
}
