import type { CheckProblem } from '../../flow-service/check-error.ts';
import {
  type CheckEvent,
  type CheckFacts,
  type CheckReason,
  type CheckStage,
  type CheckWarning,
  checkStages,
} from '../../flow-service/schemas/connection-check.ts';

/** What is known about one hop. */
export interface Hop {
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped' | 'notTestable';
  /** null before a result. */
  readonly milliseconds: number | null;
  readonly facts: CheckFacts;
  readonly warnings: readonly CheckWarning[];
  /** Only of a failed hop. */
  readonly reason: CheckReason | null;
}

export interface CheckState {
  /**
   * `idle`: not checked yet. `starting`: the server has not answered yet. `ended`: every hop has a result. `stopped`:
   * the check ended without one, either canceled or because of `problem`.
   */
  readonly status: 'idle' | 'starting' | 'running' | 'ended' | 'stopped';
  readonly hops: Readonly<Record<CheckStage, Hop>>;
  /** The hops in the order in which their results arrived. */
  readonly results: readonly CheckStage[];
  /** Whether the sample cluster was checked in place of the host. */
  readonly isSample: boolean;
  /** Why there is no result; null if the check was canceled. */
  readonly problem: CheckProblem | null;
  readonly retryAfterSeconds: number | null;
  /** Whether a field that the check used has changed since. */
  readonly isOutdated: boolean;
  /** Increases with every check. */
  readonly run: number;
}

export type CheckAction =
  | { readonly type: 'start' }
  | { readonly type: 'event'; readonly event: CheckEvent }
  | { readonly type: 'fail'; readonly problem: CheckProblem; readonly retryAfterSeconds: number | null }
  | { readonly type: 'cancel' }
  | { readonly type: 'outdate' };

const waiting: Hop = { state: 'waiting', milliseconds: null, facts: {}, warnings: [], reason: null };

const untested: CheckState['hops'] = {
  hostName: waiting,
  network: waiting,
  encryption: waiting,
  httpPath: waiting,
  signIn: waiting,
  queryServer: waiting,
  tables: waiting,
};

export const notChecked: CheckState = {
  status: 'idle',
  hops: untested,
  results: [],
  isSample: false,
  problem: null,
  retryAfterSeconds: null,
  isOutdated: false,
  run: 0,
};

export function isRunning({ status }: CheckState): boolean {
  return status === 'starting' || status === 'running';
}

/** Returns the state after an action. An action that does not fit the state, such as a late event, changes nothing. */
export function reduceCheck(state: CheckState, action: CheckAction): CheckState {
  switch (action.type) {
    case 'start':
      return isRunning(state) ? state : { ...notChecked, status: 'starting', run: state.run + 1 };
    case 'outdate':
      return state.status === 'idle' || state.isOutdated ? state : { ...state, isOutdated: true };
    case 'event':
      return isRunning(state) ? reduceEvent(state, action.event) : state;
    case 'cancel':
      return isRunning(state) ? stop(state) : state;
    case 'fail': {
      const { problem, retryAfterSeconds } = action;
      return isRunning(state) ? { ...stop(state), problem, retryAfterSeconds } : state;
    }
  }
}

function reduceEvent(state: CheckState, event: CheckEvent): CheckState {
  switch (event.type) {
    case 'started':
      return { ...state, status: 'running', isSample: event.isSample };
    case 'running':
      return setHop(state, event.stage, { ...waiting, state: 'running' });
    case 'result': {
      const { stage, state: result, milliseconds, facts, warnings, reason } = event;
      const isFailed = result === 'failed';
      // A failure without a reason is a server of another version.
      const hop: Hop = {
        state: result,
        milliseconds: result === 'passed' || isFailed ? milliseconds : null,
        facts,
        warnings,
        reason: isFailed ? reason : null,
      };
      return setHop({ ...state, results: [...state.results, stage] }, stage, hop);
    }
    case 'finished':
      return { ...state, status: 'ended' };
  }
}

function setHop(state: CheckState, stage: CheckStage, hop: Hop): CheckState {
  return { ...state, hops: { ...state.hops, [stage]: hop } };
}

/** A stopped check tests nothing more. */
function stop(state: CheckState): CheckState {
  const hops = { ...state.hops };
  for (const stage of checkStages) {
    if (/^(?:waiting|running)$/.test(hops[stage].state)) hops[stage] = { ...waiting, state: 'skipped' };
  }
  return { ...state, status: 'stopped', hops };
}

/** The hop at which the check failed; null when it did not fail. */
export function failedStage({ hops }: CheckState): CheckStage | null {
  return checkStages.find((stage) => hops[stage].state === 'failed') ?? null;
}
