import { endpointUrl, gatewayBasePath } from '../flow-service/endpoints.ts';
import { matchEndpoint } from './match-endpoint.ts';
import { ProxyError } from './proxy-error.ts';
import type { RequestTarget } from './request-target.ts';

/** The operations of the local Flow Service beyond Adobe's API, for demonstrations and tests. */
const localOperations: ReadonlySet<string> = new Set([
  'POST /api/local/demo-credentials',
  'GET /api/local/scenarios',
  'PUT /api/local/scenarios',
  'POST /api/local/reset',
]);

/**
 * The path and query for Adobe's API, built from the endpoint table and never copied from the request line. An
 * unsupported query key is refused, because the request would have another meaning without it.
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

/** The path for an operation that only the local Flow Service has; null for any other path. */
export function toLocalPath(method: string, { path, query }: RequestTarget): string | null {
  return query === '' && localOperations.has(`${method} ${path}`) ? path.slice('/api'.length) : null;
}
