import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionReceipt } from '../flow-service/connection.ts';
import type { Access } from '../platform/access.tsx';
import type { Attempt } from './attempt.ts';
import { useCreation } from './creation.tsx';
import { findCreatedQuery } from './find-created-query.ts';
import { useAttempt } from './use-attempt.ts';
import { useWizard } from './wizard.tsx';

/** A create whose outcome is not known, and how far the search for it got. */
export interface LostCreate {
  readonly attempt: Attempt;
  /** `stopped`: before there was any answer. */
  readonly search: 'looking' | 'found' | 'notFound' | 'failed' | 'stopped';
  readonly found: ConnectionReceipt | null;
  /** Why it cannot be looked for. */
  readonly error: Error | null;
  readonly lookAgain: () => void;
  readonly stop: () => void;
}

/**
 * Looks for what an attempt in this place made, if there is one whose outcome is not known; else null. Where the
 * person waits for it, finding it leads to its page, unless the answers are by now those of another connection.
 */
export function useLostCreate(access: Access, isAwaited: boolean): LostCreate | null {
  const { stage, created, goTo } = useCreation();
  const { answers } = useWizard();
  const queryClient = useQueryClient();
  const attempt = useAttempt(access);
  const isOpen = attempt !== null && attempt.fate !== 'dropped' && stage === null && created === null;
  const query = findCreatedQuery(access, isOpen ? attempt : null, async (receipt) => {
    if (isAwaited && answers.get().name.trim() === attempt?.name) await goTo(receipt, attempt);
  });
  const { data, error, isFetching, refetch } = useQuery(query);
  if (!isOpen) return null;
  return {
    attempt,
    search: readSearch(data, error, isFetching),
    found: data ?? null,
    error,
    lookAgain: () => void refetch(),
    stop: () => void queryClient.cancelQueries({ queryKey: query.queryKey }),
  };
}

function readSearch(
  data: ConnectionReceipt | null | undefined,
  error: Error | null,
  isFetching: boolean,
): LostCreate['search'] {
  if (isFetching) return 'looking';
  if (data) return 'found';
  if (error !== null) return 'failed';
  return data === null ? 'notFound' : 'stopped';
}
