import { ErrorPanel } from '../errors/ErrorPanel.tsx';
import { explainError } from '../errors/explain-error.ts';
import type { Source } from '../sources/source.ts';

interface ReadProblemProps {
  /** null when the read did not fail. */
  readonly error: Error | null;
  /** The source whose database caused the error, or null when no database was involved. */
  readonly source: Source | null;
  /** null when the page offers it elsewhere. */
  readonly onRetry: (() => void) | null;
}

/**
 * Says why a read failed and offers to retry it. The page started the read, so the message does not interrupt the
 * user.
 */
export function ReadProblem({ error, source, onRetry }: ReadProblemProps) {
  if (error === null) return null;
  return (
    <ErrorPanel
      error={error}
      source={source}
      explanation={explainError(error, source)}
      onRetry={onRetry}
      isAskedFor={false}
    >
      {null}
    </ErrorPanel>
  );
}
