import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/Status.tsx';
import type { CreateStage } from './create-once.ts';

interface CreateStatusProps {
  readonly stage: CreateStage | null;
  readonly onStop: () => void;
}

const words = {
  looking: 'Looking at what the sandbox holds.',
  creating: 'Creating the connection. Adobe may try the database first, which can take a minute.',
  searching: 'The answer was lost. Looking whether the connection was created, for up to 90 seconds.',
} as const;

/** What is being waited for while a connection is created. Only the search can be called off. */
export function CreateStatus({ stage, onStop }: CreateStatusProps) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 })}>
      <Status>{stage === null ? '' : words[stage]}</Status>
      {stage === 'searching' && (
        <Button variant="secondary" onPress={onStop}>
          Stop looking
        </Button>
      )}
    </div>
  );
}
