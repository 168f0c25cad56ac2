import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Access } from '../session/access.tsx';
import { useSecretsCleared } from '../session/secret-store.ts';
import { useEnvironment } from '../session/environment-query.ts';
import { type Store, useStore, useStoreValue } from '../ui/form/store.ts';
import { toScope } from './attempt.ts';
import { type CreateState, isUnderWay } from './create-state.ts';
import { type CreateStates, stateIn } from './create-states.ts';
import { toCreatorDependencies } from './create-dependencies.ts';
import { type CreateListeners, type Creator, createCreator } from './creator.ts';

interface CreateContextValue {
  readonly states: Store<CreateStates>;
  readonly creator: Creator;
}

const CreateContext = createContext<CreateContextValue | null>(null);

interface CreateProviderProps {
  readonly states: Store<CreateStates>;
  /** Must stay the same. */
  readonly listeners: CreateListeners;
  readonly children: ReactNode;
}

/** Stands above every page: what is created goes on, and is told, on whichever page the user is. */
export function CreateProvider({ states, listeners, children }: CreateProviderProps) {
  const queryClient = useQueryClient();
  const { credentials: held } = useEnvironment();
  const ownClientId = held?.clientId ?? null;
  const value = useMemo(
    () => ({
      states,
      creator: createCreator(states, toCreatorDependencies(queryClient, ownClientId), listeners),
    }),
    [queryClient, ownClientId, states, listeners],
  );
  useSecretsCleared(value.creator.endSearches);
  return <CreateContext value={value}>{children}</CreateContext>;
}

export function useCreator(): Creator {
  return useCreateContext().creator;
}

export function useCreateStates(): { readonly creator: Creator; readonly states: CreateStates } {
  const { states, creator } = useCreateContext();
  return { creator, states: useStore(states) };
}

/** The state of the access's organization and sandbox. A page that shows it goes on with the search for what is unfinished. */
export function useCreate(access: Access): { readonly creator: Creator; readonly state: CreateState } {
  const { creator, states } = useCreateStates();
  useEffect(() => creator.resume(access), [access, creator]);
  return { creator, state: stateIn(states, toScope(access)) };
}

/** How far the create under way is; null when none is. */
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
