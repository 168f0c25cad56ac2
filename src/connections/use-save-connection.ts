import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Connection } from '../flow-service/connection.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../platform/access.tsx';
import { createPageClient } from '../platform/page-client.ts';
import { connectionQuery } from '../platform/queries.ts';
import { secretsOf } from '../source-form/secrets.ts';
import { toPatch } from '../source-form/edit-connection.ts';
import { fromConnection } from '../source-form/from-connection.ts';
import type { SourceAnswers } from '../source-form/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { forgetLists } from './forget-lists.ts';

interface Edit {
  /** As it was when the form was filled; its etag says so to the service. */
  readonly before: Connection;
  /** Valid. Some of them are secrets. */
  readonly answers: SourceAnswers;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unchanged' }
  /** Somebody else was faster: `now` is what they left. */
  | { readonly kind: 'conflict'; readonly now: Connection };

interface SaveListeners {
  readonly onConflict: (now: Connection) => void;
  readonly onSaved: () => void;
}

/** Saves what was edited, and goes on to the connection's page, where it is tested anew. */
export function useSaveConnection(access: Access, source: Source, { onConflict, onSaved }: SaveListeners) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (edit: Edit) => save(access, source, edit),
    // The variables hold the password: nothing keeps them.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    onSuccess: async (outcome, { before: { id } }) => {
      if (outcome.kind === 'conflict') onConflict(outcome.now);
      if (outcome.kind !== 'saved') return;
      onSaved();
      await readAnew(queryClient, access, id);
      await navigate({ to: '/connections/$id', params: { id }, state: { isSaved: true } });
      queryClient.getMutationCache().clear();
    },
  });
}

/**
 * Sends the changes with `If-Match`. To repeat it after a lost answer is safe: a version that was saved already
 * answers 412, and is then shown as what it is.
 */
async function save(access: Access, source: Source, { before, answers }: Edit): Promise<SaveOutcome> {
  const operations = toPatch(source, fromConnection(source, before), answers);
  if (operations.length === 0) return { kind: 'unchanged' };
  const client = createPageClient(access.credentials);
  try {
    await client.updateConnection(access.sandbox, before.id, before.etag, operations);
    return { kind: 'saved' };
  } catch (error) {
    if (!(error instanceof FlowServiceError)) throw error;
    if (error.status !== 412) throw error.without(secretsOf(source, answers.params));
    const now = await client.getConnection(access.sandbox, before.id).catch(() => {
      // Nothing was saved, which a failure to read does not say.
      throw error;
    });
    return { kind: 'conflict', now };
  }
}

/** The connection is read before its page opens; its test and its tables are of the past. */
async function readAnew(queryClient: QueryClient, access: Access, id: string): Promise<void> {
  forgetLists(queryClient, access);
  const query = connectionQuery(access, id);
  queryClient.removeQueries({ queryKey: query.queryKey });
  await queryClient.prefetchQuery(query);
}
