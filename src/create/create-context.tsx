import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { useSecretsCleared } from '../session/secret-store.ts';
import { useEnvironment } from '../session/environment-query.ts';
import { type Store, useStore, useStoreValue } from '../ui/form/store.ts';
import { isUnderWay } from './create-state.ts';
import type { CreateStates } from './create-states.ts';
import type { CreateListeners, CreateSteps, Creator, CreatorDependencies, createCreator } from './creator.ts';

interface CreateContextValue {
  readonly states: Store<CreateStates>;
  /** Returns the creator of all pages. The first page that needs it brings the code, which the first step does not load. */
  readonly toCreator: (create: typeof createCreator) => Creator;
  readonly endSearches: () => void;
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
    () =>
      toContextValue(
        states,
        {
          loadSteps: () => loadSteps(queryClient),
          readClientId: ({ credentials }) => credentials?.apiKey ?? ownClientId,
        },
        listeners,
      ),
    [queryClient, ownClientId, states, listeners],
  );
  useSecretsCleared(value.endSearches);
  return <CreateContext value={value}>{children}</CreateContext>;
}

function toContextValue(
  states: Store<CreateStates>,
  dependencies: CreatorDependencies,
  listeners: CreateListeners,
): CreateContextValue {
  let creator: Creator | null = null;
  return {
    states,
    toCreator: (create) => (creator ??= create(states, dependencies, listeners)),
    endSearches: () => creator?.endSearches(),
  };
}

async function loadSteps(queryClient: QueryClient): Promise<CreateSteps> {
  const { toCreateSteps } = await import('./create-steps.ts').catch((cause: unknown) => {
    throw FlowServiceError.fromNotSent('createConnection', cause);
  });
  return toCreateSteps(queryClient);
}

export function useCreateStates(): CreateStates {
  return useStore(useCreateContext().states);
}

/** The stage of the running create, or null when none is running. */
export function useCreateStage(): 'checking' | 'creating' | null {
  return useStoreValue(useCreateContext().states, readStage);
}

function readStage(states: CreateStates) {
  return Object.values(states).find(isUnderWay)?.status ?? null;
}

export function useCreateContext(): CreateContextValue {
  const value = use(CreateContext);
  if (value === null) throw new Error('This must be used inside a CreateProvider.');
  return value;
}
