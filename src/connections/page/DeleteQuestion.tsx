import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { connectionQuery } from '../../api/queries.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { isNotFound } from '../is-not-found.ts';
import { UserRegion } from '../usage/UserRegion.tsx';
import type { Users } from '../usage/find-users.ts';
import { type DeleteCheck, describeConsequence, describeDeleteCheck } from './delete-words.ts';

interface DeleteQuestionProps {
  readonly access: Access;
  /** The connection as the page shows it. */
  readonly connection: Connection;
  /** What uses the connection; undefined while it is not known. */
  readonly users: Users | undefined;
  readonly onDelete: (connection: Connection) => void;
  /** Called when the connection does not exist any more and the user leaves its page. */
  readonly onLeave: (connection: Connection) => void;
}

/** Asks whether to delete a connection. It is loaded again, because another user may have changed it meanwhile. */
export function DeleteQuestion(props: DeleteQuestionProps) {
  const { access, connection, users, onDelete, onLeave } = props;
  const [seen] = useState(connection);
  const check = useDeleteCheck(access, seen.id);
  const current = check.kind === 'current' ? check.connection : seen;
  const name = displayName(current.name);
  if (check.kind === 'deleted') {
    return (
      <AlertDialog
        variant="information"
        title={`${name} was already deleted`}
        primaryActionLabel="View connections"
        cancelLabel="Cancel"
        onPrimaryAction={() => onLeave(seen)}
      >
        Someone else deleted connection {seen.id} from sandbox {access.sandbox} after you opened this page.
      </AlertDialog>
    );
  }
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}?`}
      primaryActionLabel="Delete connection"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      isPrimaryActionDisabled={check.kind === 'loading'}
      onPrimaryAction={() => onDelete(current)}
    >
      This deletes connection {seen.id} and its credentials from sandbox {access.sandbox}. You can’t undo
      this. A new connection gets a different ID. The database is not changed.
      {/* Its place is reserved, so that the buttons below do not move when nothing has changed. */}
      <div className={style({ marginTop: 16, minHeight: 24 })}>
        <Status>{describeDeleteCheck(seen, check)}</Status>
      </div>
      <p className={style({ marginBottom: 8 })}>{describeConsequence(users)}</p>
      {users !== undefined && <UserRegion users={users} />}
    </AlertDialog>
  );
}

function useDeleteCheck(access: Access, id: string): DeleteCheck {
  const { data, error, isFetching, isFetchedAfterMount } = useQuery({
    ...connectionQuery(access, id),
    refetchOnMount: 'always',
  });
  if (isFetching && !isFetchedAfterMount) return { kind: 'loading' };
  if (isNotFound(error)) return { kind: 'deleted' };
  if (error !== null || data === undefined || !isFetchedAfterMount) return { kind: 'unknown' };
  return { kind: 'current', connection: data };
}
