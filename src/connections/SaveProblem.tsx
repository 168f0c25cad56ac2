import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import { explainError } from '../platform/explain-error.ts';
import type { Source } from '../sources/source.ts';

interface SaveProblemProps {
  readonly error: Error;
  readonly source: Source;
}

/** Why the changes were not saved, or that nobody knows whether they were. The form keeps everything. */
export function SaveProblem({ error, source }: SaveProblemProps) {
  const isCertain = error instanceof FlowServiceError && error.wasNotCarriedOut;
  return (
    <ErrorPanel
      error={error}
      explanation={explainError(error, Object.keys(source.presentation))}
      onRetry={null}
    >
      <p className={style({ margin: 0 })}>
        {isCertain
          ? 'Nothing was saved. Everything you entered is still below.'
          : 'It is unknown whether the changes were saved. To save them again is safe: what was saved already is shown to you first.'}
      </p>
    </ErrorPanel>
  );
}
