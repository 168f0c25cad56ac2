import { FlowServiceError } from '../flow-service/flow-service-error.ts';

const mostRetries = 3;
const firstDelay = 500;
const longestDelay = 8000;

/**
 * Whether a read is worth repeating by itself: the service or the way to it failed, and may be back in a moment.
 * A service that says when to come back is not asked sooner; that is shown with a countdown instead.
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  return failures < mostRetries && isTransient(error) && error.retryAfterSeconds === null;
}

export function isTransient(error: unknown): error is FlowServiceError {
  if (!(error instanceof FlowServiceError)) return false;
  if (error.kind !== 'answer') return error.kind !== 'size';
  return error.status === null || error.status >= 500 || error.status === 408 || error.status === 429;
}

/** Milliseconds before the next attempt: doubling, and half of it by chance, so that callers do not come in step. */
export function readRetryDelay(failures: number, random: () => number = Math.random): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** failures);
  return delay / 2 + (delay / 2) * random();
}
