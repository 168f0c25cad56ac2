import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ConnectionReceipt } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../platform/access.tsx';
import { createPageClient } from '../platform/page-client.ts';
import { listAllConnections } from '../platform/all-connections.ts';
import { connectionQuery, scope } from '../platform/queries.ts';
import { readRetryDelay, shouldRetryRead } from '../platform/retry-policy.ts';
import { redactRequest, secretsOf } from '../source-form/secrets.ts';
import { type CreateStage, createOnce } from './create-once.ts';
import { hasSameTarget } from './find-twins.ts';
import { useWizard } from './wizard.tsx';

/** The creating of a connection. It goes on, and is told of, whichever page one is on. */
export interface Creation {
  /** Starts it; does nothing while one is under way. */
  readonly create: (access: Access, request: ConnectionRequest) => void;
  /** What is under way; null when nothing is. */
  readonly stage: CreateStage | null;
  /** Why the last one was certainly not carried out. */
  readonly refusal: Error | null;
  /** What happened to the answer of the last one. What it made may be found yet: the attempt is remembered. */
  readonly loss: FlowServiceError | null;
  /** Created while one was on another page than Review. */
  readonly created: { readonly id: string; readonly name: string } | null;
  /** Goes to a connection that was found after its answer was lost, and lets go of what it was made from. */
  readonly goTo: (receipt: ConnectionReceipt) => Promise<void>;
  /** Lets go of the last one, and of the secrets in it. */
  readonly forget: () => void;
}

interface Task {
  readonly access: Access;
  readonly request: ConnectionRequest;
}

/** Creates connections, one at a time, and remembers an attempt whose answer is lost. */
export function useCreating(): Creation {
  const wizard = useWizard();
  const queryClient = useQueryClient();
  const router = useRouter();
  // Not state: a second click can come before the first one is drawn.
  const isUnderWay = useRef(false);
  const [stage, setStage] = useState<CreateStage | null>(null);

  const mutation = useMutation({
    mutationFn: ({ access, request }: Task) => {
      const { source } = wizard;
      const organizationId = access.credentials?.organizationId ?? null;
      const means = {
        // Not the list on Review: that one is called off as Review begins to wait, and an older one would stand in.
        list: () =>
          queryClient.fetchQuery({
            queryKey: [...scope(access), 'beforeCreate'],
            queryFn: ({ signal }) => listAllConnections(access, source.connectionSpec.id, signal),
            staleTime: 0,
            gcTime: 0,
            retry: shouldRetryRead,
            retryDelay: (failures) => readRetryDelay(failures),
          }),
        create: async (body: ConnectionRequest) => {
          try {
            return await createPageClient(access.credentials).createConnection(access.sandbox, body);
          } catch (error) {
            // A provider may quote what it was given.
            throw error instanceof FlowServiceError
              ? error.without(secretsOf(source, body.auth.params))
              : error;
          }
        },
        isSameTarget: (connection: Parameters<typeof hasSameTarget>[2]) =>
          hasSameTarget(source, request, connection),
        now: Date.now,
      };
      return createOnce(request, { sandbox: access.sandbox, organizationId }, means, {
        onStage: setStage,
        former: wizard.attempt.get(),
        onAttempt: wizard.attempt.set,
      });
    },
    // The variables hold the password: nothing keeps them. And nothing sends a create again by itself.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  const { mutateAsync, reset, data, error, variables } = mutation;

  const leaveFor = async (id: string, wasLost: boolean) => {
    await router.navigate({ to: '/connections/$id', params: { id }, state: { isNew: true, wasLost } });
    wizard.finish();
    reset();
  };
  const run = async (task: Task) => {
    const outcome = await mutateAsync(task);
    if (outcome.kind === 'lost') return;
    const { id, etag } = outcome.receipt;
    const { access, request } = task;
    // Known already from the request, so that the page does not wait; old, so that it asks the service at once.
    queryClient.setQueryData(
      connectionQuery(access, id).queryKey,
      { ...redactRequest(wizard.source, request), id, etag, sandboxName: access.sandbox },
      { updatedAt: 0 },
    );
    // Let go of the attempt last: a reload on the way must not find the form without it.
    if (router.state.location.pathname === '/connect/review') await leaveFor(id, outcome.wasLost);
    else wizard.attempt.set(null);
  };
  const start = async (task: Task) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await run(task);
    } catch {
      // The mutation keeps it, and Review shows it.
    } finally {
      isUnderWay.current = false;
      setStage(null);
    }
  };
  return {
    create: (access, request) => void start({ access, request }),
    stage,
    refusal: error,
    loss: data?.kind === 'lost' ? data.error : null,
    created:
      data?.kind === 'created' && variables !== undefined && stage === null
        ? { id: data.receipt.id, name: variables.request.name }
        : null,
    goTo: ({ id }) => leaveFor(id, true),
    forget: reset,
  };
}
