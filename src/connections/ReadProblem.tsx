import { ErrorPanel } from '../errors/ErrorPanel.tsx';
import { explainError } from '../errors/explain-error.ts';

interface ReadProblemProps {
  /** null while there is none. */
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Why something could not be read, and the way to read it again. The page asked for it, so nobody is interrupted. */
export function ReadProblem({ error, onRetry }: ReadProblemProps) {
  if (error === null) return null;
  return (
    <ErrorPanel error={error} explanation={explainError(error, [])} onRetry={onRetry} isAskedFor={false}>
      {null}
    </ErrorPanel>
  );
}
