import { AlertDialog, DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { UserList } from '../usage/UserList.tsx';
import { type Users, countUsers, describeUsers } from '../usage/find-users.ts';
import { displayName } from '../../ui/display-text.ts';

interface DeleteButtonProps {
  readonly label: string;
  readonly connection: Connection;
  readonly sandbox: string;
  /** What uses the connection; undefined while it is not known. */
  readonly users: Users | undefined;
  /** Whether not everything that uses connections could be read. */
  readonly isIncomplete: boolean;
  /** Called when the question is shown, so that what uses the connection is read again. */
  readonly onAsk: () => void;
  readonly isPending: boolean;
  readonly onDelete: () => void;
}

/** Deletes a connection after a confirmation that shows its name. */
export function DeleteButton(props: DeleteButtonProps) {
  const { label, connection, sandbox, users, isIncomplete, isPending, onAsk, onDelete } = props;
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
            this. A new connection gets a different ID. The database is not changed.
            <p className={style({ marginBottom: 0 })}>{describeConsequence(users, isIncomplete)}</p>
            {users !== undefined && <UserList users={users} />}
          </AlertDialog>
        )}
      </DialogContainer>
    </>
  );
}

function describeConsequence(users: Users | undefined, isIncomplete: boolean): string {
  const known = describeKnown(users);
  return isIncomplete ? `${known} Not everything could be read, so there may be more.` : known;
}

function describeKnown(users: Users | undefined): string {
  if (users === undefined) {
    return 'It is not known yet which dataflows use this connection. Flow Service rejects the deletion if there are any.';
  }
  if (users.flows.length === 0) {
    return users.unusedSources.length === 0
      ? describeUsers(users)
      : `Used by ${countUsers(users)}, which can no longer read data.`;
  }
  return `${describeUsers(users)} Flow Service rejects the deletion until you delete the dataflows, and then their source connections, in Experience Platform.`;
}
