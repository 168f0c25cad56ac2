import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { Button } from '@react-spectrum/s2/Button';
import { type ComponentProps, useState } from 'react';
import { DeleteQuestion } from './DeleteQuestion.tsx';
import type { useDeleteConnection } from './use-delete-connection.ts';

interface DeleteButtonProps extends Pick<
  ComponentProps<typeof DeleteQuestion>,
  'access' | 'connection' | 'usage'
> {
  readonly label: string;
  readonly deletion: ReturnType<typeof useDeleteConnection>;
  /** Called when the question is shown, so that what uses the connection is read again. */
  readonly onAsk: () => void;
}

/** Deletes a connection after a confirmation that shows its name. */
export function DeleteButton({ label, deletion, onAsk, ...question }: DeleteButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { isPending, news, confirm, cancel } = deletion;
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
      <DialogContainer
        onDismiss={() => {
          cancel();
          setIsAsking(false);
        }}
      >
        {isAsking && (
          <DeleteQuestion
            {...question}
            isPending={isPending}
            news={news}
            onConfirm={(told) => confirm(told, () => setIsAsking(false))}
          />
        )}
      </DialogContainer>
    </>
  );
}
