import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Refused } from '../../create/create-state.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import { useChosenSource } from '../wizard.tsx';

interface RefusedCreatePanelProps {
  readonly refused: Refused;
  readonly onDismiss: () => void;
}

/** Reports a create that was refused after the user left the page. */
export function RefusedCreatePanel({ refused: { error, name }, onDismiss }: RefusedCreatePanelProps) {
  const source = useChosenSource();
  const explanation = explainError(error, source);
  return (
    <ErrorPanel error={error} source={source} explanation={explanation} onRetry={null} isAskedFor={false}>
      <p className={style({ margin: 0 })}>
        “{name}” was not created. You left the page before this response arrived. It is safe to try again.
      </p>
      <Button variant="secondary" onPress={onDismiss}>
        OK
      </Button>
    </ErrorPanel>
  );
}
