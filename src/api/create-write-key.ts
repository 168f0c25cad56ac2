import type { EndpointName } from '../flow-service/endpoints.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type IdempotencyKey, createIdempotencyKey } from '../flow-service/idempotency-key.ts';
import { fetchEnvironment } from '../session/environment-query.ts';

/** Milliseconds. The server answers this from memory. */
const longestWait = 20_000;

/**
 * The key of one click that changes something. The server's nonce is read anew: it may have been started again while
 * the page was open, and would take the key for one of its past.
 * @throws {FlowServiceError} when the server cannot be asked: nothing was sent.
 */
export async function createWriteKey(endpoint: EndpointName): Promise<IdempotencyKey> {
  try {
    const { writeNonce } = await fetchEnvironment(AbortSignal.timeout(longestWait));
    return createIdempotencyKey(writeNonce);
  } catch (error) {
    throw FlowServiceError.fromNotSent(endpoint, error);
  }
}
