import type { X509Certificate } from 'node:crypto';
import type { CheckFacts } from '../../flow-service/schemas/connection-check.ts';

type Certificate = NonNullable<CheckFacts['certificate']>;

const day = 86_400_000;
const [maxLength, maxNames] = [200, 50];

/** The facts of a certificate. Its texts come from the other side, so they are cleaned and shortened. */
export function readCertificate({
  subject,
  issuer,
  subjectAltName,
  validTo,
}: Pick<X509Certificate, 'subject' | 'issuer' | 'subjectAltName' | 'validTo'>): Certificate {
  return {
    subject: clean(subject),
    issuer: clean(issuer),
    names: [...(subjectAltName ?? '').matchAll(/(?:^|, )(?:DNS|IP Address):([^,]+)/g)]
      .slice(0, maxNames)
      .map(([, name = '']) => clean(name)),
    daysLeft: Math.floor((Date.parse(validTo) - Date.now()) / day),
  };
}

/** Also removes characters that change the direction of text or are invisible. */
function clean(text: string | undefined): string {
  return (text ?? '').replaceAll('\n', ', ').replaceAll(/\p{C}/gu, '').slice(0, maxLength);
}
