import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { UseFormReturn } from 'react-hook-form';
import type { Access } from '../../session/access.tsx';
import { api } from '../../api/api.ts';
import { connectionQuery } from '../../api/queries.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';
import { clearLists } from '../clear-lists.ts';
import { type Edit, saveConnection } from './save-connection.ts';
import { paths } from '../../session/paths.ts';

interface SaveOptions {
  /** The values are read when the request is sent, so that no mutation keeps a secret. */
  readonly form: UseFormReturn<SourceAnswers>;
  readonly onConflict: (now: Connection) => void;
  readonly onSaved: () => void;
}

/** Saves the edit and opens the connection page, which tests the connection again. */
export function useSaveConnection(
  access: Access,
  source: Source,
  { form, onConflict, onSaved }: SaveOptions,
) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (edit: Omit<Edit, 'answers'>) =>
      saveConnection(api(access), source, {
        ...edit,
        answers: structuredClone(form.getValues()),
      }),
    retry: false,
    networkMode: 'always',
    onSuccess: async (outcome, { before: { id } }) => {
      if (outcome.kind === 'conflict') onConflict(outcome.now);
      if (outcome.kind !== 'saved') return;
      onSaved();
      await readAnew(queryClient, access, id);
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
