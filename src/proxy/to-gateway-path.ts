import { endpointUrl, gatewayBasePath } from '../flow-service/endpoints.ts';
import { matchEndpoint } from './match-endpoint.ts';
import { ProxyError } from './proxy-error.ts';
import type { RequestTarget } from './request-target.ts';

/** What the local Flow Service offers beside Adobe's API: for demonstrations and tests. */
const localOperations: ReadonlySet<string> = new Set([
  'POST /api/local/demo-credentials',
  'GET /api/local/scenarios',
  'PUT /api/local/scenarios',
  'POST /api/local/reset',
]);

/**
 * The path and query to ask Adobe's API for, built anew from the endpoint table and never taken from the
 * request line. A query key that the endpoint does not take is refused: without it the request would mean
 * something else.
 * @throws {ProxyError} `unlisted`
 */
export function toGatewayPath(method: string, { path, query }: RequestTarget): string {
  const match = matchEndpoint(method, path);
  if (!match) throw new ProxyError('unlisted', 'The request is not on the list of forwarded requests.');
  const pairs = [...new URLSearchParams(query)];
  if (!pairs.every(([key]) => match.endpoint.query.includes(key))) {
    throw new ProxyError('unlisted', 'The request has a query parameter that the endpoint does not accept.');
  }
  return endpointUrl(gatewayBasePath, match.endpoint, match.id, pairs);
}

/** The path to ask the local Flow Service for, beside Adobe's API; null when it is none of its own. */
export function toLocalPath(method: string, { path, query }: RequestTarget): string | null {
  return query === '' && localOperations.has(`${method} ${path}`) ? path.slice('/api'.length) : null;
}
