import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Access } from '../../session/access.tsx';
import { api } from '../../api/api.ts';
import { connectionQuery } from '../../api/queries.ts';
import { usageQuery } from '../../api/usage-query.ts';
import { addLateNotice } from '../../ui/late/add-late-notice.ts';
import { useIsStillOpen } from '../../ui/use-is-still-open.ts';
import { clearLists, refreshConnection } from '../clear-lists.ts';
import { isNotFound } from '../is-not-found.ts';
import { rotations } from '../rotate/rotations.ts';
import { describeDeleted, describeFailedDelete } from './delete-words.ts';
import { paths } from '../../session/paths.ts';

/**
 * Deletes a connection and opens the list. A user who has left the page meanwhile stays where they are, and a notice tells
 * them the result.
 */
export function useDeleteConnection(access: Access) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isStillOpen = useIsStillOpen();
  return useMutation({
    mutationFn: ({ id }: Connection) => deleteConnection(access, id),
    retry: false,
    networkMode: 'always',
    onError: async (error, { name }) => {
      if (isInUse(error)) void queryClient.invalidateQueries({ queryKey: usageQuery(access).queryKey });
      if (!isStillOpen()) return addLateNotice(describeFailedDelete(name, error));
      // The page may still show that it was created or saved, which is no longer the last thing that happened.
      await navigate({ to: '.', state: {}, replace: true, resetScroll: false });
    },
    onSuccess: async (_, { id, name }) => {
      rotations.settleDeleted(id);
      if (!isStillOpen()) {
        addLateNotice(describeDeleted(name, access.sandbox));
        return refreshConnection(queryClient, access, id);
      }
      clearLists(queryClient, access);
      await navigate({ to: paths.connections, state: { deletedName: name } });
      queryClient.removeQueries({ queryKey: connectionQuery(access, id).queryKey });
    },
  });
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
