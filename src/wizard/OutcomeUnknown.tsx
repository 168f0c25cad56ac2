import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import type { Explanation } from '../platform/explanations.ts';
import type { UnknownOutcome } from './use-create-connection.ts';

interface OutcomeUnknownProps {
  readonly unknown: UnknownOutcome;
  readonly onLookAgain: () => void;
  readonly onTryAgain: () => void;
}

const notFound: Explanation = {
  field: null,
  sentence: 'Not found so far; trying again could make a second one.',
  advice: 'The answer was lost, and the sandbox does not show the connection. It may still come.',
};

/** After a lost answer whose connection did not turn up: what to do next is the person's to choose. */
export function OutcomeUnknown({ unknown, onLookAgain, onTryAgain }: OutcomeUnknownProps) {
  return (
    <ErrorPanel error={unknown.error} explanation={notFound} onRetry={null}>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
        <Button variant="primary" onPress={onLookAgain}>
          Look again
        </Button>
        <Button variant="secondary" onPress={onTryAgain}>
          Try again
        </Button>
      </div>
    </ErrorPanel>
  );
}
