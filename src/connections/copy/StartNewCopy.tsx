import { AlertDialog, DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { type Copies, isUncertain } from './copies.ts';
import { describeForgotten } from './copy-words.ts';
import type { ShownNames } from './name-apart.ts';

interface StartNewCopyProps {
  readonly copies: Copies;
  readonly names: ShownNames;
  readonly onStart: () => void;
}

/** Removes the copies from the page. Those that may exist are named first, because nothing else shows them. */
export function StartNewCopy({ copies, names, onStart }: StartNewCopyProps) {
  const uncertain = copies.list.filter(isUncertain);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div
      className={style({ font: 'body', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}
    >
      <Button
        variant="secondary"
        isDisabled={copies.phase === 'running'}
        onPress={() => (uncertain.length === 0 ? onStart() : setIsAsking(true))}
      >
        Start new copy
      </Button>
      {copies.phase !== 'running' && (
        <span>
          {copies.list.length === 1 ? 'This is your latest copy.' : 'These are your latest copies.'}
        </span>
      )}
      <DialogContainer onDismiss={() => setIsAsking(false)}>
        {isAsking && (
          <AlertDialog
            variant="warning"
            title="Start a new copy?"
            primaryActionLabel="Start new copy"
            cancelLabel="Cancel"
            autoFocusButton="cancel"
            onPrimaryAction={onStart}
          >
            {describeForgotten(uncertain, names)}
          </AlertDialog>
        )}
      </DialogContainer>
    </div>
  );
}
