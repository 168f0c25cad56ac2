import type { Connection, ConnectionReceipt } from '../flow-service/schemas/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { Access } from '../session/access.tsx';
import type { Source } from '../sources/source.ts';
import type { Attempt, UnfinishedCreate } from './attempt.ts';

/** One click on Create. Its request holds secrets. */
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
  /** These may have been created by the attempt, but what is readable of them cannot tell. */
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] };

export interface Idle {
  readonly status: 'idle';
  /** A create that the user stopped looking for; the connection may still appear. */
  readonly unfinished: UnfinishedCreate | null;
}

export interface NotFound {
  readonly status: 'notFound';
  readonly unfinished: UnfinishedCreate;
  /** What happened to the answer; null when the page was left before it came. */
  readonly loss: Error | null;
  readonly end: SearchEnd;
}

export interface Refused {
  readonly status: 'refused';
  /** null: the page was loaded again meanwhile, and the request with its secrets is gone. */
  readonly task: CreateTask | null;
  readonly name: string;
  readonly error: Error;
  /** An earlier create whose outcome is still not known. */
  readonly unfinished: UnfinishedCreate | null;
}

/** The states from which a create can be started. */
export type BeforeCreate = Idle | NotFound | Refused;

/** What is known of the last create in one organization and sandbox. */
export type CreateState =
  | BeforeCreate
  /** Reads what the sandbox holds. Nothing has been sent, and it can be canceled. */
  | { readonly status: 'checking'; readonly task: CreateTask; readonly before: BeforeCreate }
  /** The request was sent and cannot be canceled. */
  | {
      readonly status: 'creating';
      readonly task: CreateTask;
      readonly attempt: Attempt;
      readonly before: BeforeCreate;
    }
  /** Looks for what an attempt created whose answer did not arrive. */
  | { readonly status: 'searching'; readonly unfinished: UnfinishedCreate; readonly loss: Error | null }
  | {
      readonly status: 'created';
      readonly receipt: ConnectionReceipt;
      readonly attempt: Attempt;
      /** Whether the answer was lost and the connection was found afterwards. */
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
  /** `attempt`: the one that created it, which may be an earlier one than the one under way. */
  | {
      readonly type: 'create';
      readonly receipt: ConnectionReceipt;
      readonly attempt: Attempt;
      readonly wasLost: boolean;
    }
  /** The user has seen it. What is not known is remembered, but no longer looked for. */
  | { readonly type: 'dismiss' }
  /** Drops the secrets of a request that was refused. */
  | { readonly type: 'clearSecrets' };

export const idle: Idle = { status: 'idle', unfinished: null };

/** The state after an event. An event that does not fit the state, such as an answer that is too late, changes nothing. */
export function reduceCreate(state: CreateState, event: CreateEvent): CreateState {
  switch (event.type) {
    case 'start': {
      // A connection that was created before needs no more attention than its notice.
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

/** Whether a create is under way, which allows no second one beside it. */
export function isUnderWay(
  state: CreateState,
): state is Extract<CreateState, { task: CreateTask; before: unknown }> {
  return state.status === 'checking' || state.status === 'creating';
}

/** The create whose outcome must not be forgotten when the page is loaded again; null where there is none. */
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

/** The state of a page that was loaded again. */
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
  // The check before a create can meet the earlier attempt, too.
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

/** A refusal that was dismissed leaves what was open before it. */
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
