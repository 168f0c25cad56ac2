import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLocation } from '@tanstack/react-router';
import type { Explanation } from '../errors/explanations.ts';
import { paths } from '../session/paths.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { isOfCredentials } from './is-of-credentials.ts';

interface CredentialsLinkProps {
  readonly explanation: Explanation;
  /** The word for the secret of this page; null when it has none. */
  readonly secret: string | null;
}

/**
 * Leads to the credentials and back when an error is about one of them. A form loses its secrets when it is left, so
 * they must be entered again.
 */
export function CredentialsLink({ explanation, secret }: CredentialsLinkProps) {
  const { href } = useLocation();
  if (!isOfCredentials(explanation)) return null;
  return (
    <>
      {secret !== null && (
        <p className={style({ margin: 0 })}>
          {`This page clears the ${secret} when you leave it. Re-enter the ${secret} when you return.`}
        </p>
      )}
      <TextLink to={paths.platform} search={{ next: href }} hash={explanation.field}>
        Change credentials
      </TextLink>
    </>
  );
}
