/**
 * Why a connection check has no result. `unreachable`: the server of this page did not answer. `cut`: its answer
 * ended early. `busy`: too many checks. `forbidden`: the server does not allow this check, or not from this page.
 * `tooLarge`: the request is too large. `unreadable`: anything else.
 */
export type CheckProblem = 'unreachable' | 'cut' | 'busy' | 'forbidden' | 'tooLarge' | 'unreadable';

/** A connection check failed for a reason that says nothing about the database. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
  readonly problem: CheckProblem;
  /** When another check makes sense; null when it is not known. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: CheckProblem, retryAfterSeconds: number | null) {
    super(`The connection check has no result: ${problem}.`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
