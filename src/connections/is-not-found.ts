import { FlowServiceError } from '../flow-service/flow-service-error.ts';

/**
 * Whether the service says that a connection does not exist. The error catalog documents 400 (ERR-F), and the only real
 * sample has 404 (T-LABEL). Any other 404 may come from a gateway, so it says nothing about the connection.
 */
export function isNotFound(error: unknown): boolean {
  return error instanceof FlowServiceError && /^FLOW-1439-40[04]$/.test(error.code ?? '');
}
