import { noSecrets, secretStore } from '../session/secret-store.ts';
import type { Store } from '../ui/form/store.ts';
import { type ConnectionScope, type UnfinishedCreate, toScopeKey } from './attempt.ts';
import {
  type CreateEvent,
  type CreateState,
  idle,
  reduceCreate,
  restoreCreate,
  unfinishedOf,
} from './create-state.ts';

/** The state of every scope in which something was created, by the scope's key. */
export type CreateStates = Readonly<Record<string, CreateState>>;

/** The states of a page that was loaded, from what an earlier page of this tab left unfinished. */
export function createCreateStates(unfinished: readonly UnfinishedCreate[]): Store<CreateStates> {
  return secretStore.keep<CreateStates>(
    Object.fromEntries(unfinished.map((one) => [toScopeKey(one.attempt), restoreCreate(one)])),
    {
      // What they hold is a copy of what the forms do.
      list: noSecrets,
      withoutSecrets: (states) =>
        Object.fromEntries(
          Object.entries(states).map(([key, state]) => [key, reduceCreate(state, { type: 'clearSecrets' })]),
        ),
    },
  );
}

export function stateIn(states: CreateStates, scope: ConnectionScope): CreateState {
  return states[toScopeKey(scope)] ?? idle;
}

export function dispatchCreate(
  store: Store<CreateStates>,
  scope: ConnectionScope,
  event: CreateEvent,
): CreateState {
  const next = reduceCreate(stateIn(store.get(), scope), event);
  store.set({ ...store.get(), [toScopeKey(scope)]: next });
  return next;
}

/** What must not be forgotten when the page is loaded again. */
export function unfinishedIn(states: CreateStates): readonly UnfinishedCreate[] {
  return Object.values(states).flatMap((state) => unfinishedOf(state) ?? []);
}
