import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Card } from '../../ui/layout/Card.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { linkStyle } from '../../ui/link-style.ts';

/**
 * How to get the credentials, beside the form where there is room. The help of each field says the same. The server draws
 * it without knowing the width of the window.
 */
export function CredentialHelp() {
  return (
    <div className={style({ display: { default: 'none', xl: 'block' } })}>
      <Card>
        <Section heading="Where to find your credentials" lead={null} action={null}>
          <ol className={style({ font: 'body', margin: 0, paddingStart: 20 })}>
            <li>
              Open your project in the{' '}
              <a
                href="https://developer.adobe.com/console"
                target="_blank"
                rel="noreferrer"
                className={linkStyle({})}
              >
                Adobe Developer Console (opens in a new tab)
              </a>
              .
            </li>
            <li>Select its OAuth Server-to-Server credential. Copy the client ID and the organization ID.</li>
            <li>Select Generate access token, and copy the token.</li>
          </ol>
        </Section>
      </Card>
    </div>
  );
}
