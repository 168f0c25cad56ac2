import { AlertDialog, DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
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
    <>
      <Button
        variant="secondary"
        fillStyle="outline"
        size="S"
        isDisabled={copies.phase === 'running'}
        onPress={() => (uncertain.length === 0 ? onStart() : setIsAsking(true))}
      >
        Start new copy
      </Button>
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
    </>
  );
}
