import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { paths } from '../session/paths.ts';
import { TextLink } from '../ui/TextLink.tsx';

interface CredentialsLinkProps {
  /** The field of the credentials that must be changed. */
  readonly field: string;
  /** The address of this page, which opens again afterwards. */
  readonly next: string;
  /** The word for the secret of this page; null when it has none. */
  readonly secret: string | null;
}

/** Leads to the credentials and back. A form loses its secrets when it is left, so they must be entered again. */
export function CredentialsLink({ field, next, secret }: CredentialsLinkProps) {
  return (
    <>
      {secret !== null && (
        <p className={style({ margin: 0 })}>
          {`This page clears the ${secret} when you leave it. Re-enter the ${secret} when you return.`}
        </p>
      )}
      <TextLink to={paths.platform} search={{ next }} hash={field}>
        Change credentials
      </TextLink>
    </>
  );
}
