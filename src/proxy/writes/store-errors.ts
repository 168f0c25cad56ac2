import type { ProxyProblem } from '../../flow-service/schemas/proxy-problem.ts';
import { ProxyError } from '../proxy-error.ts';

export function full(otherwise: Partial<ProxyProblem> = {}): ProxyError {
  return new ProxyError('busy', 'The server cannot track more requests. Try again later.', otherwise);
}

export function closed(): ProxyError {
  return new ProxyError('closed-key', 'The server already reported that this request did not arrive.');
}

export function mismatch(): ProxyError {
  return new ProxyError('key-mismatch', 'The idempotency key was used for a different request.');
}

export function unseen(): ProxyError {
  return new ProxyError(
    'unseen',
    'No request with this idempotency key arrived. The server rejects any that arrives later.',
  );
}

export function stale(): ProxyError {
  return new ProxyError(
    'stale-key',
    'The server restarted after it received the key. It is unknown whether the request was processed.',
  );
}

export function tooLarge(): ProxyError {
  return new ProxyError('too-large', 'The response arrived but is too large to store.', {
    status: 502,
    title: 'The response is too large',
    reached: 'unknown',
  });
}
