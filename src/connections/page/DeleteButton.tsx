import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { type ComponentProps, useState } from 'react';
import { DeleteQuestion } from './DeleteQuestion.tsx';

interface DeleteButtonProps extends ComponentProps<typeof DeleteQuestion> {
  readonly label: string;
  readonly isPending: boolean;
  /** Called when the question is shown, so that what uses the connection is read again. */
  readonly onAsk: () => void;
}

/** Deletes a connection after a confirmation that shows its name. */
export function DeleteButton({ label, isPending, onAsk, ...question }: DeleteButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="negative"
        fillStyle="outline"
        isPending={isPending}
        onPress={() => {
          onAsk();
          setIsAsking(true);
        }}
      >
        {label}
      </Button>
      <DialogContainer onDismiss={() => setIsAsking(false)}>
        {isAsking && <DeleteQuestion {...question} />}
      </DialogContainer>
    </>
  );
}
