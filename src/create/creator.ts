import { toError } from '../errors/to-error.ts';
import type { ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import type { Store } from '../ui/form/store.ts';
import { type Attempt, type ConnectionScope, toScope, toScopeKey, toTarget } from './attempt.ts';
import type { CreateDependencies, createOnce } from './create-once.ts';
import {
  type CreateEvent,
  type CreateState,
  type CreateTask,
  isUnderWay,
  unfinishedOf,
} from './create-state.ts';
import { type CreateStates, dispatchCreate, stateIn } from './create-states.ts';
import type { SearchDependencies, findCreated } from './find-created.ts';

/** A connection that was created, or found after its answer was lost. */
export interface Created {
  readonly access: Access;
  readonly receipt: ConnectionReceipt;
  readonly attempt: Attempt;
  readonly wasLost: boolean;
  /** null when the connection was found without its request. */
  readonly task: CreateTask | null;
}

export interface CreateListeners {
  /** Loads the page that shows a connection before anything is sent. */
  readonly preparePage: () => Promise<void>;
  /**
   * Called once for each connection that was created or found, before the state changes. Resolves with whether the
   * user was shown the connection. If not, a notice follows.
   */
  readonly onCreated: (created: Created) => Promise<boolean>;
}

/** Creates connections, one at a time, and searches for those whose answer was lost. */
export interface Creator {
  /** Starts a create. It does nothing while another create is running. */
  readonly start: (task: CreateTask) => void;
  /** Cancels a create that is still checking. A request that was sent cannot be canceled. */
  readonly cancel: () => void;
  /** Searches for the unfinished create of the access's scope. It does nothing while that search is running. */
  readonly search: (access: Access) => void;
  /** Resumes a search that stopped without an answer. */
  readonly resume: (access: Access) => void;
  /** When the running search of the scope started, in epoch milliseconds; null when none is running. */
  readonly searchingSince: (scope: ConnectionScope) => number | null;
  readonly stopSearch: (scope: ConnectionScope) => void;
  /** The user has seen the state of the scope. */
  readonly dismiss: (scope: ConnectionScope) => void;
  /** Stops every search. `resume` continues one. */
  readonly endSearches: () => void;
}

/** The code that creates and searches, with the server that it uses. */
export interface CreateSteps {
  readonly createOnce: typeof createOnce;
  readonly findCreated: typeof findCreated;
  readonly toCreateDependencies: (
    task: CreateTask,
  ) => Omit<CreateDependencies, 'onSend' | 'preparePage' | 'signal'>;
  readonly toSearchDependencies: (access: Access, attempt: Attempt) => SearchDependencies;
}

export interface CreatorDependencies {
  /**
   * Loads all steps at once, before the first request. A search therefore needs no more code when the network is lost.
   */
  readonly loadSteps: () => Promise<CreateSteps>;
  /** The client that sends the requests, or null when it is not known. */
  readonly readClientId: (access: Access) => string | null;
}

/**
 * The side effects of creating. They run outside the pages, so that leaving a page neither ends a create nor allows a
 * second one. Their results go through the reducer.
 */
export function createCreator(
  states: Store<CreateStates>,
  { loadSteps, readClientId }: CreatorDependencies,
  { preparePage, onCreated }: CreateListeners,
): Creator {
  const searches = new Map<string, { readonly controller: AbortController; readonly startedAt: number }>();
  let check = new AbortController();
  const dispatchIn = (scope: ConnectionScope, event: CreateEvent) => dispatchCreate(states, scope, event);
  const dispatch = (access: Access, event: CreateEvent) => dispatchIn(toScope(access), event);

  async function create(task: CreateTask, before: CreateState, signal: AbortSignal): Promise<void> {
    const { access, source, request } = task;
    const context = {
      ...toScope(access),
      target: toTarget(source, request),
      clientId: readClientId(access),
      earlier: readEarlier(before),
    };
    try {
      const { createOnce, toCreateDependencies } = await loadSteps();
      const outcome = await createOnce(request, context, {
        ...toCreateDependencies(task),
        preparePage,
        signal,
        onSend: (attempt) => dispatch(access, { type: 'send', attempt }),
      });
      switch (outcome.kind) {
        case 'created':
          return await announce({ ...outcome, access, task });
        case 'unclear':
          dispatch(access, { type: 'endSearch', end: outcome });
          return;
        case 'lost':
          dispatch(access, { type: 'lose', error: outcome.error });
          return search(access);
      }
    } catch (cause) {
      // A canceled create was never sent.
      if (!signal.aborted) dispatch(access, { type: 'refuse', error: toError(cause) });
    }
  }

  async function announce(created: Created): Promise<void> {
    const { access, receipt, attempt, wasLost } = created;
    // If its page cannot be shown, the connection still exists.
    const isSeen = await onCreated(created).catch(() => false);
    dispatch(access, { type: 'create', receipt, attempt, wasLost });
    if (isSeen) dispatch(access, { type: 'dismiss' });
  }

  async function lookFor(access: Access, attempt: Attempt, signal: AbortSignal): Promise<void> {
    try {
      const { findCreated, toSearchDependencies } = await loadSteps();
      const result = await findCreated(attempt, toSearchDependencies(access, attempt), signal);
      if (signal.aborted) return;
      switch (result.kind) {
        case 'created':
          return await announce({ receipt: result.receipt, attempt, wasLost: true, access, task: null });
        case 'refused':
          dispatch(access, { type: 'refuse', error: result.error });
          return;
        case 'absent':
        case 'unclear':
          dispatch(access, { type: 'endSearch', end: result });
      }
    } catch (cause) {
      if (signal.aborted) return;
      dispatch(access, { type: 'endSearch', end: { kind: 'failed', error: toError(cause) } });
    }
  }

  function search(access: Access): void {
    const key = toScopeKey(toScope(access));
    if (searches.has(key)) return;
    const state = dispatch(access, { type: 'search' });
    if (state.status !== 'searching') return;
    const controller = new AbortController();
    searches.set(key, { controller, startedAt: Date.now() });
    void lookFor(access, state.unfinished.attempt, controller.signal).finally(() => {
      if (searches.get(key)?.controller === controller) searches.delete(key);
    });
  }

  function endSearch(scope: ConnectionScope): void {
    const key = toScopeKey(scope);
    searches.get(key)?.controller.abort();
    searches.delete(key);
  }

  return {
    start: (task) => {
      // The current state is read here because a second click can arrive before the next render.
      if (Object.values(states.get()).some(isUnderWay)) return;
      const before = stateIn(states.get(), toScope(task.access));
      if (dispatch(task.access, { type: 'start', task }).status !== 'checking') return;
      check = new AbortController();
      void create(task, before, check.signal);
    },
    cancel: () => {
      const checking = Object.values(states.get()).find(({ status }) => status === 'checking');
      if (checking?.status !== 'checking') return;
      check.abort();
      dispatch(checking.task.access, { type: 'cancel' });
    },
    search,
    resume: (access) => {
      const state = stateIn(states.get(), toScope(access));
      const isStopped = state.status === 'notFound' && state.end.kind === 'stopped';
      if (isStopped || state.status === 'searching') search(access);
    },
    searchingSince: (scope) => searches.get(toScopeKey(scope))?.startedAt ?? null,
    stopSearch: (scope) => {
      endSearch(scope);
      dispatchIn(scope, { type: 'endSearch', end: { kind: 'stopped' } });
    },
    dismiss: (scope) => {
      endSearch(scope);
      dispatchIn(scope, { type: 'dismiss' });
    },
    endSearches: () => {
      for (const { controller } of searches.values()) controller.abort();
      searches.clear();
    },
  };
}

/** The earlier attempt without the connections that the user has already ruled out. */
function readEarlier(before: CreateState): Attempt | null {
  const attempt = unfinishedOf(before)?.attempt ?? null;
  if (attempt === null || before.status !== 'notFound' || before.end.kind !== 'unclear') return attempt;
  return { ...attempt, knownIds: [...attempt.knownIds, ...before.end.connections.map(({ id }) => id)] };
}
