import { type Memory, createMemory } from '../ui/form/memory.ts';
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
export function createCreateStates(unfinished: readonly UnfinishedCreate[]): Memory<CreateStates> {
  return createMemory<CreateStates>(
    Object.fromEntries(unfinished.map((one) => [toScopeKey(one.attempt), restoreCreate(one)])),
  );
}

export function stateIn(states: CreateStates, scope: ConnectionScope): CreateState {
  return states[toScopeKey(scope)] ?? idle;
}

export function dispatchCreate(
  memory: Memory<CreateStates>,
  scope: ConnectionScope,
  event: CreateEvent,
): CreateState {
  const next = reduceCreate(stateIn(memory.get(), scope), event);
  memory.set({ ...memory.get(), [toScopeKey(scope)]: next });
  return next;
}

/** What must not be forgotten when the page is loaded again. */
export function unfinishedIn(states: CreateStates): readonly UnfinishedCreate[] {
  return Object.values(states).flatMap((state) => unfinishedOf(state) ?? []);
}
