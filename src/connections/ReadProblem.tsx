import { ErrorPanel } from '../errors/ErrorPanel.tsx';
import { explainError } from '../errors/explain-error.ts';

import type { Source } from '../sources/source.ts';

interface ReadProblemProps {
  /** null while there is none. */
  readonly error: Error | null;
  /** Whose words those of the database are; null where no database was asked. */
  readonly source: Source | null;
  readonly onRetry: () => void;
}

/** Why something could not be read, and the way to read it again. The page asked for it, so nobody is interrupted. */
export function ReadProblem({ error, source, onRetry }: ReadProblemProps) {
  if (error === null) return null;
  return (
    <ErrorPanel error={error} explanation={explainError(error, source)} onRetry={onRetry} isAskedFor={false}>
      {null}
    </ErrorPanel>
  );
}
