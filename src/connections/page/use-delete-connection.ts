import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Access } from '../../session/access.tsx';
import { api } from '../../api/api.ts';
import { connectionQuery } from '../../api/queries.ts';
import { usageQuery } from '../../api/usage-query.ts';
import { clearLists } from '../clear-lists.ts';
import { isNotFound } from '../is-not-found.ts';
import { rotations } from '../rotate/rotations.ts';
import { paths } from '../../session/paths.ts';

/** Deletes a connection and opens the list. `openList` also serves for a connection that another user deleted. */
export function useDeleteConnection(access: Access) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const openList = async ({ id, name }: Connection) => {
    rotations.settleDeleted(id);
    clearLists(queryClient, access);
    await navigate({ to: paths.connections, state: { deletedName: name } });
    queryClient.removeQueries({ queryKey: connectionQuery(access, id).queryKey });
  };
  const deletion = useMutation({
    mutationFn: ({ id }: Connection) => deleteConnection(access, id),
    retry: false,
    networkMode: 'always',
    // The page may still show that it was created or saved, which is no longer the last thing that happened.
    onError: async (error) => {
      if (isInUse(error)) void queryClient.invalidateQueries({ queryKey: usageQuery(access).queryKey });
      await navigate({ to: '.', state: {}, replace: true, resetScroll: false });
    },
    onSuccess: (_, connection) => openList(connection),
  });
  return { deletion, openList };
}

/**
 * Resolves when the connection no longer exists. This includes a connection that was already deleted and a delete
 * whose answer was lost.
 */
async function deleteConnection(access: Access, id: string): Promise<void> {
  try {
    await api(access).deleteConnection(id);
  } catch (error) {
    if (isNotFound(error)) return;
    if (!(error instanceof FlowServiceError) || error.wasNotCarriedOut) throw error;
    const isGone = await api(access)
      .getConnection(id)
      .then(() => false, isNotFound);
    if (!isGone) throw error;
  }
}

/** Whether dataflows prevent the deletion (ERR-F). The text of the service does not name them. */
export function isInUse(error: unknown): boolean {
  return error instanceof FlowServiceError && error.code === 'FLOW-1418-400';
}
