import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { UseFormReturn } from 'react-hook-form';
import type { Access } from '../../session/access.tsx';
import { api } from '../../api/api.ts';
import { connectionQuery } from '../../api/queries.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';
import { addLateNotice } from '../../ui/late/add-late-notice.ts';
import { useIsStillOpen } from '../../ui/use-is-still-open.ts';
import { clearLists, refreshConnection } from '../clear-lists.ts';
import { describeFailedSave, describeSave } from './late-save-words.ts';
import { type Edit, saveConnection } from './save-connection.ts';
import { paths } from '../../session/paths.ts';

interface SaveOptions {
  /** The values are read when the request is sent, so that no mutation keeps a secret. */
  readonly form: UseFormReturn<SourceAnswers>;
  readonly onConflict: (now: Connection) => void;
  /** `isStillOpen`: whether the user is still on the page. */
  readonly onSaved: (isStillOpen: boolean) => void;
}

/**
 * Saves the edit and opens the connection page, which tests the connection again. If the user has left the page
 * meanwhile, the page that they opened is not changed, and a notice says the result.
 */
export function useSaveConnection(
  access: Access,
  source: Source,
  { form, onConflict, onSaved }: SaveOptions,
) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isStillOpen = useIsStillOpen();
  return useMutation({
    mutationFn: (edit: Omit<Edit, 'answers'>) =>
      saveConnection(api(access), source, {
        ...edit,
        answers: structuredClone(form.getValues()),
      }),
    retry: false,
    networkMode: 'always',
    onError: (error, { before: { name } }) => {
      if (!isStillOpen()) addLateNotice(describeFailedSave(name, source, error));
    },
    onSuccess: async (outcome, { before: { id, name } }) => {
      if (outcome.kind === 'unchanged') return;
      if (!isStillOpen()) {
        addLateNotice(describeSave(name, source, outcome));
        if (outcome.kind === 'saved') onSaved(false);
        return refreshConnection(queryClient, access, id);
      }
      if (outcome.kind === 'conflict') return onConflict(outcome.now);
      onSaved(true);
      await readAnew(queryClient, access, id);
      // The user may have left while the connection was read.
      if (!isStillOpen()) return addLateNotice(describeSave(name, source, outcome));
      await navigate({ to: paths.connection, params: { id }, state: { isSaved: true } });
    },
  });
}

/** Reads the connection before its page opens, and removes its outdated test and tables. */
async function readAnew(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  clearLists(queryClient, access);
  const query = connectionQuery(access, id);
  queryClient.removeQueries({ queryKey: query.queryKey });
  await queryClient.prefetchQuery(query);
}
