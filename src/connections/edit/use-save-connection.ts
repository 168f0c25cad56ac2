import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { createWriteKey } from '../../api/create-write-key.ts';
import { createPageClient } from '../../api/page-client.ts';
import { connectionQuery } from '../../api/queries.ts';
import type { Source } from '../../sources/source.ts';
import { forgetLists } from '../forget-lists.ts';
import { type Edit, type SaveClient, saveConnection } from './save-connection.ts';
import { paths } from '../../session/paths.ts';

interface SaveListeners {
  readonly onConflict: (now: Connection) => void;
  readonly onSaved: () => void;
}

/** Saves what was edited, and goes on to the connection's page, where it is tested anew. */
export function useSaveConnection(access: Access, source: Source, { onConflict, onSaved }: SaveListeners) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (edit: Edit) => saveConnection(createSaveClient(access), access.sandbox, source, edit),
    // The variables hold the password: nothing keeps them.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    onSuccess: async (outcome, { before: { id } }) => {
      if (outcome.kind === 'conflict') onConflict(outcome.now);
      if (outcome.kind !== 'saved') return;
      onSaved();
      await readAnew(queryClient, access, id);
      await navigate({ to: paths.connection, params: { id }, state: { isSaved: true } });
      queryClient.getMutationCache().clear();
    },
  });
}

function createSaveClient(access: Access): SaveClient {
  const client = createPageClient(access.credentials);
  return {
    ...client,
    updateConnection: async (sandbox, id, etag, operations) =>
      client.updateConnection(sandbox, id, etag, operations, await createWriteKey('updateConnection')),
  };
}

/** The connection is read before its page opens; its test and its tables are of the past. */
async function readAnew(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  forgetLists(queryClient, access);
  const query = connectionQuery(access, id);
  queryClient.removeQueries({ queryKey: query.queryKey });
  await queryClient.prefetchQuery(query);
}
