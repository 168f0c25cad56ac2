import type {
  CheckEvent,
  CheckFacts,
  CheckReason,
  CheckStage,
  CheckWarning,
} from '../../flow-service/schemas/connection-check.ts';
import { QueryServerError } from '../query-server-error.ts';

/** What a stage finds out. It is passed on even if the stage fails. */
export interface StageNotes {
  facts: CheckFacts;
  readonly warnings: CheckWarning[];
  state: 'passed' | 'notTestable';
}

/** A stage failed, and its result was sent. */
export class StageFailed extends Error {
  override readonly name = 'StageFailed';
  readonly stage: CheckStage;

  constructor(stage: CheckStage) {
    super(stage);
    this.stage = stage;
  }
}

/** What a stage has failed with when its time is over. */
const timeouts: Readonly<Record<CheckStage, CheckReason>> = {
  hostName: 'hostLookupFailed',
  network: 'connectTimedOut',
  encryption: 'answerTimedOut',
  httpPath: 'answerTimedOut',
  signIn: 'answerTimedOut',
  queryServer: 'answerTimedOut',
  tables: 'answerTimedOut',
};

export interface StageLimits {
  /** Aborted when nobody waits for the check. */
  readonly signal: AbortSignal;
  /** Milliseconds of a stage. */
  readonly stageTimeout: number;
  /** The time of `performance.now()` when the whole check must end. */
  readonly deadline: number;
}

/**
 * Runs one stage and reports it. The failure belongs to this stage, whatever hop the error names, because all earlier
 * stages have been reported.
 * @throws {StageFailed} after the result was reported.
 */
export async function* runStage<Value>(
  stage: CheckStage,
  { signal, stageTimeout, deadline }: StageLimits,
  work: (notes: StageNotes) => Promise<Value>,
): AsyncGenerator<CheckEvent, Value> {
  yield { type: 'running', stage };
  const start = performance.now();
  const notes: StageNotes = { facts: {}, warnings: [], state: 'passed' };
  const report = (state: 'passed' | 'notTestable' | 'failed', reason: CheckReason | null): CheckEvent => {
    const milliseconds = Math.round(performance.now() - start);
    return { type: 'result', stage, state, milliseconds, ...notesOf(notes, state), reason };
  };
  const limit = Math.max(0, Math.min(stageTimeout, deadline - start));
  try {
    const late = new QueryServerError(stage, timeouts[stage]);
    const value = await orLate(work(notes), { signal, limit, late });
    yield report(notes.state, null);
    return value;
  } catch (error) {
    if (signal.aborted || !(error instanceof QueryServerError)) throw error;
    notes.facts = { ...notes.facts, ...error.facts };
    yield report('failed', error.reason);
    throw new StageFailed(stage);
  }
}

function notesOf({ facts, warnings }: StageNotes, state: string) {
  return { facts, warnings: state === 'passed' ? warnings : [] };
}

/** Stops waiting when the time is over. The caller ends the work by closing its connections. */
function orLate<Value>(
  work: Promise<Value>,
  { signal, limit, late }: { signal: AbortSignal; limit: number; late: QueryServerError },
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new Error('The check was canceled.'));
    const timer = setTimeout(() => reject(late), limit);
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    });
  });
}
