import { ErrorPanel } from '../errors/ErrorPanel.tsx';
import { explainError } from '../errors/explain-error.ts';
import type { Source } from '../sources/source.ts';
import { CredentialsLink } from './CredentialsLink.tsx';

interface ReadProblemProps {
  /** null when the read did not fail. */
  readonly error: Error | null;
  /** The source whose database caused the error, or null when no database was involved. */
  readonly source: Source | null;
  /** null when the page offers it elsewhere. */
  readonly onRetry: (() => void) | null;
}

/**
 * Says why a read failed, and offers to retry it or to change credentials that were rejected. The page started the
 * read, so the message does not interrupt the user.
 */
export function ReadProblem({ error, source, onRetry }: ReadProblemProps) {
  if (error === null) return null;
  const explanation = explainError(error, source);
  return (
    <ErrorPanel error={error} source={source} explanation={explanation} onRetry={onRetry} isAskedFor={false}>
      <CredentialsLink explanation={explanation} secret={null} />
    </ErrorPanel>
  );
}
