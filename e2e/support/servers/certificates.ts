import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Certificates {
  /** The path of the authority's certificate, which no other program trusts. */
  readonly authority: string;
  /** The server certificate in the format of `node:tls`. */
  readonly server: { readonly key: Buffer; readonly cert: Buffer };
  readonly remove: () => void;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/**
 * Creates a certificate authority and a certificate for these names, as in a network that inspects TLS.
 * @throws when openssl is not installed.
 */
export function makeCertificates(names: readonly string[]): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const inFolder = (file: string) => join(folder, file);
  const openssl = (...parameters: string[]) =>
    execFileSync('openssl', parameters, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', ...newKey, '-subj', '/CN=Authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl('req', '-new', ...newKey, '-subj', '/CN=Server', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(inFolder('names'), `subjectAltName=${names.map((name) => `DNS:${name}`).join()}`);
  const issuer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-days', '2', '-in', 'server.csr', ...issuer, '-out', 'server.pem');
  return {
    authority: inFolder('ca.pem'),
    server: { key: readFileSync(inFolder('server.key')), cert: readFileSync(inFolder('server.pem')) },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
