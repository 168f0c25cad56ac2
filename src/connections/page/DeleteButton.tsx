import { AlertDialog, DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { displayName } from '../../ui/display-text.ts';

interface DeleteButtonProps {
  readonly label: string;
  readonly connection: Connection;
  readonly sandbox: string;
  readonly isPending: boolean;
  readonly onDelete: () => void;
}

/** Deletes a connection after a confirmation that shows its name. */
export function DeleteButton({ label, connection, sandbox, isPending, onDelete }: DeleteButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="negative" fillStyle="outline" isPending={isPending} onPress={() => setIsAsking(true)}>
        {label}
      </Button>
      <DialogContainer onDismiss={() => setIsAsking(false)}>
        {isAsking && (
          <AlertDialog
            variant="destructive"
            title={`Delete ${displayName(connection.name)}?`}
            primaryActionLabel="Delete connection"
            cancelLabel="Cancel"
            autoFocusButton="cancel"
            onPrimaryAction={onDelete}
          >
            This deletes connection {connection.id} and its credentials from sandbox {sandbox}. You can’t undo
            this. A new connection gets a different ID. Flow Service rejects the deletion if dataflows use the
            connection. The database is not changed.
          </AlertDialog>
        )}
      </DialogContainer>
    </>
  );
}
