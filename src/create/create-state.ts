import type { Connection, ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { Access } from '../session/access.tsx';
import type { Source } from '../sources/source.ts';
import type { Attempt, UnfinishedCreate } from './attempt.ts';

/** One click on Create. Its request contains secrets. */
export interface CreateTask {
  readonly access: Access;
  readonly source: Source;
  readonly request: ConnectionRequest;
}

/** Why a search ended without an answer. */
export type SearchEnd =
  | { readonly kind: 'absent' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: Error }
  /** The attempt may have created one of these connections. Their readable fields cannot show which. */
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] };

export interface Idle {
  readonly status: 'idle';
  /** A create whose search the user stopped. The connection may still appear. */
  readonly unfinished: UnfinishedCreate | null;
}

export interface NotFound {
  readonly status: 'notFound';
  readonly unfinished: UnfinishedCreate;
  /** Why the answer is missing, or null when the user left the page before it arrived. */
  readonly loss: Error | null;
  readonly end: SearchEnd;
}

export interface Refused {
  readonly status: 'refused';
  /** null when the page was reloaded, which removed the request and its secrets. */
  readonly task: CreateTask | null;
  readonly name: string;
  readonly error: Error;
  /** An earlier create whose outcome is still unknown. */
  readonly unfinished: UnfinishedCreate | null;
}

/** The states from which a create can be started. */
export type BeforeCreate = Idle | NotFound | Refused;

/** What is known about the last create in one organization and sandbox. */
export type CreateState =
  | BeforeCreate
  /** The connections of the sandbox are being read. Nothing was sent, and the create can be canceled. */
  | { readonly status: 'checking'; readonly task: CreateTask; readonly before: BeforeCreate }
  /** The request was sent and cannot be canceled. */
  | {
      readonly status: 'creating';
      readonly task: CreateTask;
      readonly attempt: Attempt;
      readonly before: BeforeCreate;
    }
  /** Searches for the connection of an attempt whose answer was lost. */
  | { readonly status: 'searching'; readonly unfinished: UnfinishedCreate; readonly loss: Error | null }
  | {
      readonly status: 'created';
      readonly receipt: ConnectionReceipt;
      readonly attempt: Attempt;
      /** Whether the answer was lost and the connection was found later. */
      readonly wasLost: boolean;
    };

export type CreateEvent =
  | { readonly type: 'start'; readonly task: CreateTask }
  | { readonly type: 'cancel' }
  | { readonly type: 'send'; readonly attempt: Attempt }
  | { readonly type: 'lose'; readonly error: Error }
  | { readonly type: 'refuse'; readonly error: Error }
  | { readonly type: 'search' }
  | { readonly type: 'endSearch'; readonly end: SearchEnd }
  /** `attempt` is the one that created the connection. It may be an earlier attempt. */
  | {
      readonly type: 'create';
      readonly receipt: ConnectionReceipt;
      readonly attempt: Attempt;
      readonly wasLost: boolean;
    }
  /** The user has seen the state. An unknown outcome is remembered, but the search stops. */
  | { readonly type: 'dismiss' }
  /** Removes the secrets of a refused request. */
  | { readonly type: 'clearSecrets' };

export const idle: Idle = { status: 'idle', unfinished: null };

/** Returns the state after an event. An event that does not fit the state, such as a late answer, changes nothing. */
export function reduceCreate(state: CreateState, event: CreateEvent): CreateState {
  switch (event.type) {
    case 'start': {
      // A connection that was created before needs no further notice.
      const before = state.status === 'created' ? idle : state;
      return isBeforeCreate(before) ? { status: 'checking', task: event.task, before } : state;
    }
    case 'cancel':
      return state.status === 'checking' ? withoutRefusal(state.before) : state;
    case 'send':
      return state.status === 'checking' ? { ...state, status: 'creating', attempt: event.attempt } : state;
    case 'lose':
      return state.status === 'creating' ? toSearch(toUnfinished(state.attempt, 'lost'), event.error) : state;
    case 'refuse':
      return refuse(state, event.error);
    case 'search': {
      const unfinished = unfinishedOf(state);
      return unfinished === null || isUnderWay(state) || state.status === 'searching'
        ? state
        : toSearch(unfinished, state.status === 'notFound' ? state.loss : null);
    }
    case 'endSearch':
      return endSearch(state, event.end);
    case 'create': {
      const { receipt, attempt, wasLost } = event;
      return { status: 'created', receipt, attempt, wasLost };
    }
    case 'dismiss':
      return dismiss(state);
    case 'clearSecrets':
      return state.status === 'refused' ? dismiss(state) : state;
  }
}

/** Whether a create is running. A second create cannot start while it runs. */
export function isUnderWay(
  state: CreateState,
): state is Extract<CreateState, { task: CreateTask; before: unknown }> {
  return state.status === 'checking' || state.status === 'creating';
}

/** The create whose outcome must survive a reload, or null if there is none. */
export function unfinishedOf(state: CreateState): UnfinishedCreate | null {
  switch (state.status) {
    case 'idle':
    case 'notFound':
    case 'refused':
    case 'searching':
      return state.unfinished;
    case 'checking':
      return state.before.unfinished;
    case 'creating':
    case 'created':
      return toUnfinished(state.attempt, 'left');
  }
}

/** The state after the page was reloaded. */
export function restoreCreate(unfinished: UnfinishedCreate): CreateState {
  return unfinished.isDismissed ? { status: 'idle', unfinished } : toSearch(unfinished, null);
}

function isBeforeCreate(state: CreateState): state is BeforeCreate {
  return state.status === 'idle' || state.status === 'notFound' || state.status === 'refused';
}

function refuse(state: CreateState, error: Error): CreateState {
  if (isUnderWay(state)) {
    const { task, before } = state;
    return { status: 'refused', task, name: task.request.name, error, unfinished: before.unfinished };
  }
  if (state.status !== 'searching') return state;
  return { status: 'refused', task: null, name: state.unfinished.attempt.name, error, unfinished: null };
}

function endSearch(state: CreateState, end: SearchEnd): CreateState {
  if (state.status === 'searching') {
    return { status: 'notFound', unfinished: state.unfinished, loss: state.loss, end };
  }
  // The check before a create can also find the earlier attempt.
  if (state.status !== 'checking' || state.before.unfinished === null) return state;
  const { unfinished } = state.before;
  const loss = state.before.status === 'notFound' ? state.before.loss : null;
  return { status: 'notFound', unfinished: { ...unfinished, isDismissed: false }, loss, end };
}

function dismiss(state: CreateState): CreateState {
  switch (state.status) {
    case 'created':
      return idle;
    case 'notFound':
    case 'searching':
      return { status: 'idle', unfinished: { ...state.unfinished, isDismissed: true } };
    case 'refused':
      return withoutRefusal(state);
    case 'idle':
    case 'checking':
    case 'creating':
      return state;
  }
}

/** Restores the state from before a refusal that was dismissed. */
function withoutRefusal(state: BeforeCreate): CreateState {
  if (state.status !== 'refused') return state;
  const { unfinished } = state;
  if (unfinished === null || unfinished.isDismissed) return { status: 'idle', unfinished };
  return { status: 'notFound', unfinished, loss: null, end: { kind: 'stopped' } };
}

function toSearch(unfinished: UnfinishedCreate, loss: Error | null): CreateState {
  return { status: 'searching', unfinished: { ...unfinished, isDismissed: false }, loss };
}

function toUnfinished(attempt: Attempt, cause: UnfinishedCreate['cause']): UnfinishedCreate {
  return { attempt, cause, isDismissed: false };
}
