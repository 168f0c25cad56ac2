import { CancelledError, useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ConnectionReceipt } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { Access } from '../platform/access.tsx';
import { connectionQuery } from '../platform/queries.ts';
import { redactRequest } from '../source-form/secrets.ts';
import { sourceAnswersSchema } from '../source-form/source-answers.ts';
import { toConnectionRequest } from '../source-form/to-connection-request.ts';
import { type Attempt, findAttempt, toPlace } from './attempt.ts';
import { beforeCreateKey, createMeans } from './create-means.ts';
import { type CreateStage, createOnce } from './create-once.ts';
import { isSame } from './is-same.ts';
import { type Wizard, useWizard } from './wizard.tsx';

/** The creating of a connection. It goes on, and is told of, whichever page one is on. */
export interface Creation {
  /** Starts it; does nothing while one is under way. */
  readonly create: (access: Access, request: ConnectionRequest) => void;
  /** Calls it off, which works while it is only looking: what was sent cannot be called back. */
  readonly callOff: () => void;
  /** What is under way; null when nothing is. */
  readonly stage: CreateStage | null;
  /** Why this very request was certainly not carried out, when it was the last one. */
  readonly refusalOf: (access: Access, request: ConnectionRequest) => Error | null;
  /** What happened to the answer of an attempt, when that was the last one. */
  readonly lossOf: (attempt: Attempt) => Error | null;
  /** Created while one was on another page than Review. */
  readonly created: { readonly id: string; readonly name: string } | null;
  /** Goes to what an attempt made after all, and lets go of the answers it was made from. */
  readonly goTo: (receipt: ConnectionReceipt, attempt: Attempt) => Promise<void>;
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
  const { attempts, setAttempt } = wizard;
  const queryClient = useQueryClient();
  const router = useRouter();
  // Not state: a second click can come before the first one is drawn.
  const isUnderWay = useRef(false);
  const [stage, setStage] = useState<CreateStage | null>(null);
  // What was sent goes on without this page, which then tells nobody.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => stage === 'creating' });

  const mutation = useMutation({
    mutationFn: ({ access, request }: Task) => {
      const place = toPlace(access);
      return createOnce(request, place, createMeans(queryClient, wizard.source, access, request), {
        onStage: setStage,
        former: findAttempt(attempts.get(), place),
        onAttempt: (attempt) => setAttempt(place, attempt),
      });
    },
    // The variables hold the password: nothing keeps them. And nothing sends a create again by itself.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  const { mutateAsync, reset, data, error, variables } = mutation;

  const goToConnection = (id: string, wasLost: boolean) =>
    router.navigate({ to: '/connections/$id', params: { id }, state: { isNew: true, wasLost } });

  const run = async (task: Task) => {
    const outcome = await mutateAsync(task);
    if (outcome.kind === 'lost') return;
    const { access, request } = task;
    const { id, etag } = outcome.receipt;
    // Known already from the request, so that the page does not wait; old, so that it asks the service at once.
    queryClient.setQueryData(
      connectionQuery(access, id).queryKey,
      { ...redactRequest(wizard.source, request), id, etag, sandboxName: access.sandbox },
      { updatedAt: 0 },
    );
    const letGo = () => {
      if (holdsRequest(wizard, request)) wizard.finish();
    };
    // Elsewhere a notice tells of it, and the attempt stays until that was seen.
    if (router.state.location.pathname !== '/connect/review') return letGo();
    await goToConnection(id, outcome.wasLost);
    // Only now: a reload on the way must not find the form without its attempt.
    setAttempt(toPlace(access), null);
    letGo();
    reset();
  };
  const start = async (task: Task) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await run(task);
    } catch (cause) {
      // The mutation keeps any other, and Review shows it.
      if (cause instanceof CancelledError) reset();
    } finally {
      isUnderWay.current = false;
      setStage(null);
    }
  };
  const isCreated = data?.kind === 'created' && variables !== undefined && stage === null;
  return {
    create: (access, request) => void start({ access, request }),
    callOff: () => {
      if (variables) void queryClient.cancelQueries({ queryKey: beforeCreateKey(variables.access) });
    },
    stage,
    refusalOf: (access, request) =>
      stage === null && !(error instanceof CancelledError) && isSame(variables, { access, request })
        ? error
        : null,
    lossOf: (attempt) =>
      data?.kind === 'lost' &&
      variables !== undefined &&
      findAttempt([attempt], toPlace(variables.access))?.name === variables.request.name
        ? data.error
        : null,
    created: isCreated ? { id: data.receipt.id, name: variables.request.name } : null,
    goTo: async ({ id }, attempt) => {
      await goToConnection(id, true);
      setAttempt(attempt, null);
      // The answers may have become those of another connection meanwhile.
      if (wizard.answers.get().name.trim() === attempt.name) wizard.finish();
      reset();
    },
    forget: () => {
      if (isCreated) setAttempt(toPlace(variables.access), null);
      reset();
    },
  };
}

/** Whether the form still holds what a request was made from. */
function holdsRequest({ source, answers }: Wizard, request: ConnectionRequest): boolean {
  const parsed = sourceAnswersSchema(source).safeParse(answers.get());
  return parsed.success && isSame(toConnectionRequest(source, parsed.data), request);
}
