import type { EndpointName } from '../flow-service/endpoints.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type IdempotencyKey, createIdempotencyKey } from '../flow-service/idempotency-key.ts';
import { fetchEnvironment } from '../session/environment-query.ts';

/** Milliseconds. The server answers from memory, so a short timeout is enough. */
const longestWait = 20_000;

/**
 * Creates the key of one click that changes something. The server's nonce is read each time, because the server may
 * have restarted while the page was open and would then reject a key with the old nonce.
 * @throws {FlowServiceError} when the server cannot be asked; nothing was sent.
 */
export async function createWriteKey(endpoint: EndpointName): Promise<IdempotencyKey> {
  try {
    const { writeNonce } = await fetchEnvironment(AbortSignal.timeout(longestWait));
    return createIdempotencyKey(writeNonce);
  } catch (error) {
    throw FlowServiceError.fromNotSent(endpoint, error);
  }
}
