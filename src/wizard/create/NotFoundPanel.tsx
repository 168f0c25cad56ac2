import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { SearchEnd } from '../../create/create-state.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { Explanation } from '../../errors/explanations.ts';
import { PlatformFieldLink } from './PlatformFieldLink.tsx';

interface NotFoundPanelProps {
  /** The reason for the search. */
  readonly cause: string;
  readonly loss: Error | null;
  readonly end: Exclude<SearchEnd, { kind: 'unclear' }>;
  readonly onSearch: () => void;
  readonly onTryAgain: (() => void) | null;
  readonly onStop: () => void;
}

/** Says that the connection of a lost create was not found yet. This does not make it safe to create again. */
export function NotFoundPanel({ cause, loss, end, onSearch, onTryAgain, onStop }: NotFoundPanelProps) {
  const failure = end.kind === 'failed' ? end.error : null;
  return (
    <ErrorPanel
      error={failure ?? loss}
      explanation={describeEnd(cause, end)}
      onRetry={null}
      isAskedFor={false}
    >
      {failure !== null && <PlatformFieldLink explanation={explainError(failure, null)} />}
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
        <Button variant="primary" onPress={onSearch}>
          Search again
        </Button>
        {onTryAgain !== null && (
          <Button variant="secondary" onPress={onTryAgain}>
            Try again
          </Button>
        )}
        <Button variant="secondary" onPress={onStop}>
          Stop trying
        </Button>
      </div>
    </ErrorPanel>
  );
}

function describeEnd(cause: string, end: NotFoundPanelProps['end']): Explanation {
  switch (end.kind) {
    case 'failed': {
      const { field, sentence, advice } = explainError(end.error, null);
      return {
        field,
        sentence: 'The search failed. Trying again may make a duplicate.',
        advice: `${cause} ${sentence} ${advice}`,
      };
    }
    case 'stopped':
      return {
        field: null,
        sentence: 'Search stopped. Trying again may make a duplicate.',
        advice: `${cause} You stopped the search before it was complete.`,
      };
    case 'absent':
      return {
        field: null,
        sentence: 'Connection not found yet. Trying again may make a duplicate.',
        advice: `${cause} The connection may still appear in the sandbox.`,
      };
  }
}
