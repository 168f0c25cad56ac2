import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { connectionQuery } from '../../api/queries.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { UserRegion } from '../usage/UserRegion.tsx';
import {
  type DeleteCheck,
  type UsageCheck,
  describeConsequence,
  describeDeleteCheck,
} from './delete-words.ts';

interface DeleteQuestionProps {
  readonly access: Access;
  /** The connection as the page shows it. */
  readonly connection: Connection;
  readonly usage: UsageCheck;
  readonly onDelete: (connection: Connection) => void;
}

/**
 * Asks whether to delete a connection. It is loaded again, because another user may have changed it meanwhile. If it was
 * deleted, its page says so instead.
 */
export function DeleteQuestion({ access, connection, usage, onDelete }: DeleteQuestionProps) {
  const [seen] = useState(connection);
  const check = useDeleteCheck(access, seen.id);
  const current = check.kind === 'current' ? check.connection : seen;
  const name = displayName(current.name);
  const users = usage.data?.usersOf(seen.id);
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}?`}
      primaryActionLabel="Delete connection"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      isPrimaryActionDisabled={check.kind === 'loading' || usage.isFetching}
      onPrimaryAction={() => onDelete(current)}
    >
      This deletes connection {seen.id} and its credentials from sandbox {access.sandbox}. You can’t undo
      this. A new connection gets a different ID. The database is not changed.
      {/* Its place is reserved, so that the buttons below do not move when nothing has changed. */}
      <div className={style({ marginTop: 16, minHeight: 24 })}>
        <Status>{describeDeleteCheck(seen, check)}</Status>
      </div>
      <div className={style({ marginY: 8 })}>
        <Status>{describeConsequence(usage, seen.id)}</Status>
      </div>
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
  if (error !== null || data === undefined || !isFetchedAfterMount) return { kind: 'unknown' };
  return { kind: 'current', connection: data };
}
