import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { nameSecret } from '../sources/secrets.ts';
import { clearDrafts } from './stored-choice.ts';
import { useWizard } from './wizard.tsx';

interface StartAgainQuestionProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onStartAgain: () => void;
}

/** Asks for confirmation before all values are cleared. */
export function StartAgainQuestion({ isOpen, onClose, onStartAgain }: StartAgainQuestionProps) {
  const { source, storage } = useWizard();
  const secret = nameSecret(source);
  return (
    <DialogContainer onDismiss={onClose}>
      {isOpen && (
        <AlertDialog
          variant="warning"
          title="Start again?"
          primaryActionLabel="Start again"
          cancelLabel="Keep values"
          autoFocusButton="cancel"
          onPrimaryAction={() => {
            clearDrafts(storage);
            onStartAgain();
          }}
        >
          This clears everything you entered, including the access token
          {secret !== null && ` and the ${secret}`}. Existing connections are not changed.
        </AlertDialog>
      )}
    </DialogContainer>
  );
}
