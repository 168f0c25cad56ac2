import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Access } from '../../session/access.tsx';
import { connectionQuery } from '../../api/queries.ts';
import { usageQuery } from '../../api/usage-query.ts';
import { wait } from '../../create/find-created.ts';
import { addLateNotice } from '../../ui/late/add-late-notice.ts';
import { useIsStillOpen } from '../../ui/use-is-still-open.ts';
import { clearLists, refreshConnection } from '../clear-lists.ts';
import { rotations } from '../rotate/memory/rotations.ts';
import { createConfirmation } from './create-confirmation.ts';
import { StillExistsError, deleteConnection } from './delete-connection.ts';
import { describeDeleted, describeFailedDelete, describeNotDeleted } from './delete-words.ts';
import { type News, type Told, findNews, lookAgain } from './recheck.ts';
import { paths } from '../../session/paths.ts';

interface Confirmed {
  readonly told: Told;
  /** Called when the last look found nothing that the question did not name, before the request is sent. */
  readonly onCleared: () => void;
  readonly signal: AbortSignal;
}

/** In milliseconds. The second click of a double click must not confirm news that the user had no time to read. */
const doubleClick = 600;

/**
 * Deletes a connection and opens the list. What uses it is read once more when the user confirms. If the question did not
 * name all of it, nothing is deleted. If the user has left the page meanwhile, the page that they opened is not changed,
 * and a notice says the result.
 */
export function useDeleteConnection(access: Access) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isStillOpen = useIsStillOpen();
  const [confirmation] = useState(createConfirmation);
  const [news, setNews] = useState<readonly News[]>([]);
  const deletion = useMutation({
    mutationFn: async ({ told, onCleared, signal }: Confirmed): Promise<readonly News[]> => {
      const { id } = told.connection;
      const found = findNews(told, await lookAgain(access, queryClient, id, signal));
      if (found.length > 0) await wait(doubleClick, signal);
      if (found.length > 0 || !confirmation.send(signal)) return found;
      setNews([]);
      onCleared();
      await deleteConnection(access, id);
      return found;
    },
    onSettled: (_found, _error, { signal }) => confirmation.end(signal),
    retry: false,
    networkMode: 'always',
    onError: async (error, { told: { connection } }) => {
      if (isInUse(error)) void queryClient.invalidateQueries({ queryKey: usageQuery(access).queryKey });
      if (!isStillOpen()) return addLateNotice(describeFailedDelete(connection.name, error));
      // The page may still show that the connection was created or saved, which is no longer the last result.
      await navigate({ to: '.', state: {}, replace: true, resetScroll: false });
    },
    onSuccess: async (found, { told: { connection }, signal }) => {
      const { id, name } = connection;
      if (signal.aborted) return;
      if (found.length > 0) {
        setNews(found);
        if (!isStillOpen()) addLateNotice(describeNotDeleted(name, found));
        return;
      }
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
  return {
    isPending: deletion.isPending,
    error: deletion.error instanceof StillExistsError ? deletion.error.reason : deletion.error,
    /** Whether the connection was read after the error, and still exists. */
    stillExists: deletion.error instanceof StillExistsError,
    /** Why the last confirmation deleted nothing. */
    news,
    /** Called when a new question is shown, so that it does not repeat the result of an earlier one. */
    ask: (): void => setNews([]),
    confirm: (told: Told, onCleared: () => void): void => {
      const signal = confirmation.start();
      if (signal !== null) deletion.mutate({ told, onCleared, signal });
    },
    /** Called when the user closes the question, so that a last look that still runs deletes nothing. */
    cancel: (): void => {
      if (!confirmation.cancel()) return;
      setNews([]);
      // The page still shows the error of an earlier deletion.
      if (!deletion.isError) deletion.reset();
    },
  };
}

/** Whether dataflows prevent the deletion (ERR-F). The text of the service does not name them. */
export function isInUse(error: unknown): boolean {
  return error instanceof FlowServiceError && error.code === 'FLOW-1418-400';
}
