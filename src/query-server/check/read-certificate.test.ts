import { expect, it } from 'vitest';
import { readCertificate } from './read-certificate.ts';

it('cleans and shortens the texts of the other side', () => {
  const certificate = readCertificate({
    subject: `C=US\nO=Company\nCN=db\u0007\u202E.example${'x'.repeat(300)}`,
    issuer: 'CN=\u001B[31mAuthority\u200B',
    subjectAltName: `DNS:db.example, IP Address:10.0.0.1, URI:https://db.example, DNS:"a\u0000b"${', DNS:c'.repeat(100)}`,
    validTo: new Date(Date.now() - 1000).toUTCString(),
  });
  expect(certificate.subject).toMatch(/^C=US, O=Company, CN=db\.examplex+$/);
  expect(certificate.subject).toHaveLength(200);
  expect(certificate.issuer).toBe('CN=[31mAuthority');
  expect(certificate.names.slice(0, 3)).toEqual(['db.example', '10.0.0.1', '"ab"']);
  expect(certificate.names).toHaveLength(50);
  expect(certificate.daysLeft).toBe(-1);
});

it('a certificate may have no names', () => {
  const validTo = new Date(Date.now() + 86_400_000 * 2.5).toUTCString();
  expect(readCertificate({ subject: '', issuer: '', subjectAltName: undefined, validTo })).toEqual({
    subject: '',
    issuer: '',
    names: [],
    daysLeft: 2,
  });
});
