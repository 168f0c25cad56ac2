import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { SearchEnd } from '../../create/create-state.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { Explanation } from '../../errors/explanations.ts';
import { shorten } from '../../ui/display-text.ts';
import { useChosenSource } from '../wizard.tsx';
import { PlatformFieldLink } from './PlatformFieldLink.tsx';

interface NotFoundPanelProps {
  /** The name of the connection. */
  readonly name: string;
  /** The reason for the search. */
  readonly cause: string;
  readonly loss: Error | null;
  readonly end: Exclude<SearchEnd, { kind: 'unclear' }>;
  readonly onSearch: () => void;
  readonly onTryAgain: (() => void) | null;
  readonly onStop: () => void;
}

/** Says that the connection of a lost create was not found yet. This does not make it safe to create again. */
export function NotFoundPanel(props: NotFoundPanelProps) {
  const { name, cause, loss, end, onSearch, onTryAgain, onStop } = props;
  const source = useChosenSource();
  const [isAsking, setIsAsking] = useState(false);
  const failure = end.kind === 'failed' ? end.error : null;
  return (
    <ErrorPanel
      error={failure ?? loss}
      source={source}
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
          <Button variant="secondary" onPress={() => setIsAsking(true)}>
            Try again
          </Button>
        )}
        <Button variant="secondary" onPress={onStop}>
          Stop trying
        </Button>
      </div>
      <DialogContainer onDismiss={() => setIsAsking(false)}>
        {isAsking && onTryAgain !== null && (
          <AlertDialog
            variant="warning"
            title={`Create “${shorten(name, 100)}” again?`}
            primaryActionLabel="Create again"
            cancelLabel="Cancel"
            autoFocusButton="cancel"
            onPrimaryAction={onTryAgain}
          >
            We don’t know yet whether the last request created this connection. If it did, creating it again
            makes a duplicate.
          </AlertDialog>
        )}
      </DialogContainer>
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
