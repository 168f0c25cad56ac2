import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CheckFacts } from '../../flow-service/schemas/connection-check.ts';
import { Facts } from '../../ui/content/Facts.tsx';
import { shorten } from '../../ui/display-text.ts';
import { describeDaysLeft } from './check-words.ts';

interface CertificateDetailsProps {
  readonly certificate: NonNullable<CheckFacts['certificate']>;
}

/** A certificate can be for hundreds of names. */
const mostNames = 20;

export function CertificateDetails({ certificate }: CertificateDetailsProps) {
  const { subject, issuer, names, daysLeft } = certificate;
  const others = names.length - mostNames;
  const listed = names.slice(0, mostNames).map((name) => shorten(name, 260));
  return (
    <details className={style({ font: 'body', width: 'full' })}>
      <summary>Certificate</summary>
      <Facts
        facts={[
          { term: 'Subject', value: shorten(subject, 300) },
          { term: 'Issuer', value: shorten(issuer, 300) },
          {
            term: 'Names',
            value: others > 0 ? `${listed.join(', ')} and ${others} more` : listed.join(', '),
          },
          { term: 'Validity', value: describeDaysLeft(daysLeft) },
        ]}
      />
    </details>
  );
}
