import { FlowServiceError } from '../flow-service/flow-service-error.ts';

const mostRetries = 3;
const firstDelay = 500;
const longestDelay = 8000;

/**
 * Whether a read should be retried automatically: the service or the network failed, and may recover soon. If the
 * service says when to retry, it is not asked sooner. The page shows a countdown instead.
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  return failures < mostRetries && isTransient(error) && error.retryAfterSeconds === null;
}

export function isTransient(error: unknown): error is FlowServiceError {
  if (!(error instanceof FlowServiceError)) return false;
  if (error.kind !== 'answer') return error.kind !== 'size';
  return error.status === null || error.status >= 500 || error.status === 408 || error.status === 429;
}

/**
 * Milliseconds before the next attempt. The delay doubles each time and half of it is random, so that clients do not
 * retry at the same moment.
 */
export function readRetryDelay(failures: number, random: () => number = Math.random): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** failures);
  return delay / 2 + (delay / 2) * random();
}
