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

/** The create state of each scope, by scope key. */
export type CreateStates = Readonly<Record<string, CreateState>>;

/** The states of a newly loaded page, based on the unfinished creates that an earlier page of this tab stored. */
export function createCreateStates(unfinished: readonly UnfinishedCreate[]): Store<CreateStates> {
  return secretStore.keep<CreateStates>(
    Object.fromEntries(unfinished.map((one) => [toScopeKey(one.attempt), restoreCreate(one)])),
    {
      // The states contain copies of secrets that the forms already list.
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

/** The creates that must survive a reload. */
export function unfinishedIn(states: CreateStates): readonly UnfinishedCreate[] {
  return Object.values(states).flatMap((state) => unfinishedOf(state) ?? []);
}
