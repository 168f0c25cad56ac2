import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../session/access.tsx';
import { useSecretsCleared } from '../session/secret-store.ts';
import { useEnvironment } from '../session/environment-query.ts';
import { type Store, useStore, useStoreValue } from '../ui/form/store.ts';
import { toScope } from './attempt.ts';
import { type CreateState, isUnderWay } from './create-state.ts';
import { type CreateStates, stateIn } from './create-states.ts';
import { type CreateListeners, type CreateSteps, type Creator, createCreator } from './creator.ts';

interface CreateContextValue {
  readonly states: Store<CreateStates>;
  readonly creator: Creator;
}

const CreateContext = createContext<CreateContextValue | null>(null);

interface CreateProviderProps {
  readonly states: Store<CreateStates>;
  /** The object must stay the same between renders. */
  readonly listeners: CreateListeners;
  readonly children: ReactNode;
}

/** Wraps every page, so that a create continues and its result is shown on whichever page the user opens. */
export function CreateProvider({ states, listeners, children }: CreateProviderProps) {
  const queryClient = useQueryClient();
  const { credentials: held } = useEnvironment();
  const ownClientId = held?.clientId ?? null;
  const value = useMemo(
    () => ({
      states,
      creator: createCreator(
        states,
        {
          loadSteps: () => loadSteps(queryClient),
          readClientId: ({ credentials }) => credentials?.apiKey ?? ownClientId,
        },
        listeners,
      ),
    }),
    [queryClient, ownClientId, states, listeners],
  );
  useSecretsCleared(value.creator.endSearches);
  return <CreateContext value={value}>{children}</CreateContext>;
}

async function loadSteps(queryClient: QueryClient): Promise<CreateSteps> {
  const { toCreateSteps } = await import('./create-steps.ts').catch((cause: unknown) => {
    throw FlowServiceError.fromNotSent('createConnection', cause);
  });
  return toCreateSteps(queryClient);
}

export function useCreator(): Creator {
  return useCreateContext().creator;
}

export function useCreateStates(): { readonly creator: Creator; readonly states: CreateStates } {
  const { states, creator } = useCreateContext();
  return { creator, states: useStore(states) };
}

/**
 * Returns the create state of the organization and sandbox in `access`. A page that shows it resumes the search for
 * an unfinished create.
 */
export function useCreate(access: Access): { readonly creator: Creator; readonly state: CreateState } {
  const { creator, states } = useCreateStates();
  useEffect(() => creator.resume(access), [access, creator]);
  return { creator, state: stateIn(states, toScope(access)) };
}

/** The stage of the running create, or null when none is running. */
export function useCreateStage(): 'checking' | 'creating' | null {
  return useStoreValue(useCreateContext().states, readStage);
}

function readStage(states: CreateStates) {
  return Object.values(states).find(isUnderWay)?.status ?? null;
}

function useCreateContext(): CreateContextValue {
  const value = use(CreateContext);
  if (value === null) throw new Error('This must be used inside a CreateProvider.');
  return value;
}
