import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type Access, createPageClient } from '../platform/access.tsx';
import { listAllConnections } from '../platform/all-connections.ts';
import { connectionQuery } from '../platform/queries.ts';
import { redactRequest, secretsOf } from '../source-form/to-connection-request.ts';
import {
  type Attempt,
  type CreateOutcome,
  type CreateStage,
  createOnce,
  findCreated,
  wait,
} from './create-once.ts';
import { useWizard } from './wizard.tsx';

type Task =
  | { readonly kind: 'create'; readonly request: ConnectionRequest }
  /** Looks once more for what an earlier attempt may have made. */
  | { readonly kind: 'look'; readonly request: ConnectionRequest; readonly unknown: UnknownOutcome };

export type UnknownOutcome = Extract<CreateOutcome, { kind: 'unknown' }>;

/** Creates the connection, once however often it is asked to, and goes on to its page. */
export function useCreateConnection(access: Access) {
  const wizard = useWizard();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // Not state: a second click can come before the first one is drawn.
  const isUnderWay = useRef(false);
  const search = useRef(new AbortController());
  const [stage, setStage] = useState<CreateStage | null>(null);
  const means = {
    list: (signal?: AbortSignal) => listAllConnections(access, wizard.source.connectionSpec.id, signal),
    create: async (request: ConnectionRequest) => {
      try {
        return await createPageClient(access.credentials).createConnection(access.sandbox, request);
      } catch (error) {
        // A provider may quote what it was given.
        throw error instanceof FlowServiceError ? error.without(secretsOf(wizard.source, request)) : error;
      }
    },
    wait,
    now: Date.now,
  };

  const run = async (task: Task): Promise<CreateOutcome> => {
    search.current = new AbortController();
    const stopSearching = search.current.signal;
    if (task.kind === 'create') {
      const onAttempt = (attempt: Attempt) => wizard.attempt.set(attempt);
      return createOnce(task.request, access.sandbox, means, { onStage: setStage, onAttempt, stopSearching });
    }
    setStage('searching');
    const receipt = await findCreated(task.unknown.attempt, means, stopSearching);
    return receipt === null ? task.unknown : { kind: 'created', receipt, wasLost: true };
  };
  const mutation = useMutation({
    mutationFn: run,
    // The variables hold the password: nothing keeps them. And nothing sends a create again by itself.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    onSuccess: async (outcome, { request }) => {
      setStage(null);
      if (outcome.kind === 'created') await finish(outcome, request);
      else isUnderWay.current = false;
    },
    onError: () => {
      setStage(null);
      wizard.attempt.set(null);
      isUnderWay.current = false;
    },
  });

  const finish = async (
    { receipt: { id, etag }, wasLost }: Extract<CreateOutcome, { kind: 'created' }>,
    request: ConnectionRequest,
  ) => {
    // Known already from the request, so that the page does not wait; old, so that it asks the service at once.
    queryClient.setQueryData(
      connectionQuery(access, id).queryKey,
      { ...redactRequest(wizard.source, request), id, etag, sandboxName: access.sandbox },
      { updatedAt: 0 },
    );
    wizard.attempt.set(null);
    await navigate({ to: '/connections/$id', params: { id }, state: { isNew: true, wasLost } });
    wizard.finish();
    queryClient.getMutationCache().clear();
  };
  const start = (task: Task) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    mutation.mutate(task);
  };
  return {
    create: (request: ConnectionRequest) => start({ kind: 'create', request }),
    lookAgain: (request: ConnectionRequest, unknown: UnknownOutcome) =>
      start({ kind: 'look', request, unknown }),
    stopSearching: () => search.current.abort(),
    stage,
    isBusy: mutation.isPending || mutation.data?.kind === 'created',
    /** Set after a lost answer whose connection was not found so far. */
    unknown: mutation.data?.kind === 'unknown' ? mutation.data : null,
    error: mutation.error,
  };
}
