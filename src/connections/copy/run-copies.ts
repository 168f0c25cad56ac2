import type { TestOutcome } from '../../api/connection-test.ts';
import type { Attempt } from '../../create/attempt.ts';
import type { CreateOutcome } from '../../create/create-once.ts';
import type { SearchResult } from '../../create/find-created.ts';
import { toError } from '../../errors/to-error.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import {
  type Copies,
  type Copy,
  type CopyState,
  OutdatedCopyError,
  afterSearch,
  copyKey,
  idsOf,
  withCopy,
  withoutRuledOut,
} from './copies.ts';

/** What copying asks of the service. Secrets are read when a request is sent, so that no step keeps them. */
export interface CopySteps {
  /**
   * Runs the check and the create of a copy in a sandbox while no other tab does so. `onWait` is called if it must wait.
   * @throws {Error} when the signal was aborted during the wait.
   */
  readonly inTurn: (
    sandbox: string,
    onWait: () => void,
    signal: AbortSignal,
    run: () => Promise<CreateOutcome>,
  ) => Promise<CreateOutcome>;
  /**
   * Creates a copy at most once. `onSend` is called just before the request is sent.
   * @param earlier The attempt that may have created it before, or null.
   * @throws {OutdatedCopyError} when something is not as it was when the copy was planned, so that nothing was sent.
   * @throws {Error} when it was certainly not created, or when the signal was aborted before the request was sent.
   */
  readonly create: (
    copy: Copy,
    earlier: Attempt | null,
    onSend: (attempt: Attempt) => void,
    signal: AbortSignal,
  ) => Promise<CreateOutcome>;
  /** Searches for the connection of an attempt whose response was lost. */
  readonly search: (attempt: Attempt, signal: AbortSignal) => Promise<SearchResult>;
  readonly test: (sandbox: string, id: string, signal: AbortSignal) => Promise<TestOutcome>;
}

/**
 * Creates the chosen copies one after the other. A failure stops the others only if they would fail for the same reason.
 * `report` receives every state before the next request is sent, so that the stored state is true even if the page is
 * closed at that moment.
 * @param chosen The keys of the copies to create.
 */
export async function runCopies(
  start: Copies,
  chosen: ReadonlySet<string>,
  steps: CopySteps,
  signal: AbortSignal,
  report: (copies: Copies) => void,
): Promise<void> {
  let copies: Copies = { ...start, phase: 'running', stop: null, queue: [...chosen] };
  const end = (phase: 'stopped' | 'done') => {
    const hasDue = copies.list.some(({ state }) => state.kind === 'due');
    // Copies that were not chosen are still not created for the earlier reason.
    const stop = phase === 'stopped' && !signal.aborted ? 'failed' : hasDue ? start.stop : null;
    report((copies = { ...copies, phase, stop, queue: [] }));
  };
  for (const copy of start.list) {
    const key = copyKey(copy);
    if (!chosen.has(key)) continue;
    if (signal.aborted) return end('stopped');
    const canContinue = await runCopy(copy, steps, signal, (change) =>
      report((copies = withCopy(copies, key, change))),
    );
    if (!canContinue) return end('stopped');
  }
  end('done');
}

/** Searches for a copy that may exist, and sends nothing that creates one. */
export async function searchForCopy(
  start: Copies,
  copy: Copy,
  steps: Pick<CopySteps, 'search' | 'test'>,
  signal: AbortSignal,
  report: (copies: Copies) => void,
): Promise<void> {
  if (copy.attempt === null) return;
  let copies: Copies = { ...start, phase: 'running', stop: null, queue: [] };
  await searchCopy(copy, copy.attempt, steps, signal, (change) =>
    report((copies = withCopy(copies, copyKey(copy), change))),
  );
  report({ ...copies, phase: 'stopped', stop: start.stop });
}

/** Creates one copy. Returns whether the others should be tried. */
async function runCopy(
  copy: Copy,
  steps: CopySteps,
  signal: AbortSignal,
  set: (change: Partial<Pick<Copy, 'state' | 'attempt'>>) => void,
): Promise<boolean> {
  const earlier = withoutRuledOut(copy);
  let sent: Attempt | null = null;
  const onSend = (attempt: Attempt) => {
    sent = attempt;
    set({ state: { kind: 'creating' }, attempt });
  };
  let outcome: CreateOutcome;
  try {
    const onWait = () => set({ state: { kind: 'blocked' } });
    outcome = await steps.inTurn(copy.sandbox, onWait, signal, () => {
      set({ state: { kind: 'checking' } });
      return steps.create(copy, earlier, onSend, signal);
    });
  } catch (error) {
    const wasCanceled = signal.aborted && sent === null;
    // An earlier attempt may still have created it.
    if (wasCanceled) set({ state: copy.state, attempt: copy.attempt });
    else set({ state: toRefusal(error), attempt: earlier });
    return !signal.aborted && !concernsAll(error);
  }
  switch (outcome.kind) {
    case 'unclear':
      set({ state: { kind: 'unclear', ids: idsOf(outcome.connections) }, attempt: earlier });
      return true;
    case 'created':
      return testCopy(copy, outcome.receipt.id, steps, signal, set);
    case 'lost':
      return sent === null || searchCopy(copy, sent, steps, signal, set);
  }
}

async function searchCopy(
  copy: Copy,
  attempt: Attempt,
  steps: Pick<CopySteps, 'search' | 'test'>,
  signal: AbortSignal,
  set: (change: Pick<Copy, 'state' | 'attempt'>) => void,
): Promise<boolean> {
  set({ state: { kind: 'searching' }, attempt });
  const result = await steps
    .search(attempt, signal)
    .catch((error: unknown) => ({ kind: 'failed', error: toError(error) }) as const);
  if (result.kind === 'created') return testCopy(copy, result.receipt.id, steps, signal, set);
  const left = { attempt, state: { kind: 'unknown', error: null, wasSearched: false } } as const;
  set(signal.aborted ? left : afterSearch(attempt, result));
  return result.kind !== 'failed' || !concernsAll(result.error);
}

async function testCopy(
  { sandbox }: Copy,
  id: string,
  steps: Pick<CopySteps, 'test'>,
  signal: AbortSignal,
  set: (change: Pick<Copy, 'state' | 'attempt'>) => void,
): Promise<boolean> {
  set({ state: { kind: 'created', id, test: null }, attempt: null });
  const test = await steps.test(sandbox, id, signal).catch(() => (signal.aborted ? null : 'unknown'));
  set({ state: { kind: 'created', id, test }, attempt: null });
  return true;
}

/** Whether every further request would fail, too: the token was rejected, or the server cannot be reached. */
function concernsAll(error: unknown): boolean {
  return error instanceof FlowServiceError && (error.status === 401 || error.kind === 'network');
}

function toRefusal(error: unknown): CopyState {
  return error instanceof OutdatedCopyError
    ? { kind: 'outdated', reason: error.reason }
    : { kind: 'refused', error: toError(error) };
}
