import { CheckError } from '../../flow-service/check-error.ts';
import type { CheckEvent, CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { type Store, createStore } from '../../ui/form/store.ts';
import { type CheckAction, type CheckState, notChecked, reduceCheck } from './check-state.ts';

type SendCheck = (request: CheckRequest, signal: AbortSignal) => AsyncIterable<CheckEvent>;

/** Returns the request of a check, or null when none can be sent. */
export type PrepareCheck = () => Promise<CheckRequest | null>;

/** Runs connection checks, one at a time. */
export interface Checker {
  readonly state: Store<CheckState>;
  /**
   * Starts a check with the request that `prepare` returns, or none when it returns null. It does nothing while a
   * check is being prepared or running.
   */
  readonly start: (prepare: PrepareCheck) => void;
  /** Ends a running check. */
  readonly cancel: () => void;
  /** Marks the result as outdated. A running check checks what is no longer in the fields. */
  readonly outdate: () => void;
}

export function createChecker(send: SendCheck): Checker {
  const state = createStore<CheckState>(notChecked);
  const dispatch = (action: CheckAction) => state.set(reduceCheck(state.get(), action));
  let current: AbortController | null = null;

  async function run(prepare: PrepareCheck, { signal }: AbortController): Promise<void> {
    const request = await prepare();
    if (request === null || signal.aborted) return;
    dispatch({ type: 'start' });
    try {
      for await (const event of send(request, signal)) {
        if (signal.aborted) return;
        dispatch({ type: 'event', event });
      }
    } catch (error) {
      if (signal.aborted) return;
      const { problem, retryAfterSeconds } =
        error instanceof CheckError ? error : new CheckError('unreadable', null);
      dispatch({ type: 'fail', problem, retryAfterSeconds });
    }
  }

  return {
    state,
    start: (prepare) => {
      // The current state is read here because a second click can arrive before the next render.
      if (current !== null) return;
      const controller = new AbortController();
      current = controller;
      void run(prepare, controller).finally(() => {
        if (current === controller) current = null;
      });
    },
    cancel: () => {
      current?.abort();
      current = null;
      dispatch({ type: 'cancel' });
    },
    outdate: () => dispatch({ type: 'outdate' }),
  };
}
