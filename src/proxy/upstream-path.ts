import { endpointUrl, gatewayBasePath } from '../flow-service/endpoints.ts';
import { matchEndpoint } from './match-endpoint.ts';
import { ProxyError } from './proxy-error.ts';

/** What the local Flow Service offers beside Adobe's API: for demonstrations and tests. */
const localOperations = new Set([
  'POST /api/local/demo-credentials',
  'GET /api/local/scenarios',
  'PUT /api/local/scenarios',
  'POST /api/local/reset',
]);

/**
 * The path and query to ask the service for, built anew from the endpoint table and never taken from the
 * request line. A query key that the endpoint does not take is refused: without it the request would mean
 * something else.
 * @throws {ProxyError} `unlisted`
 */
export function toUpstreamPath(method: string, target: string, isLocal: boolean): string {
  const [path, search] = splitTarget(target);
  const match = matchEndpoint(method, path);
  if (match) {
    const query = [...new URLSearchParams(search)];
    const unknown = query.find(([key]) => !match.endpoint.query.includes(key));
    if (unknown)
      throw new ProxyError('unlisted', 'The request has a query key that the endpoint does not take.');
    return endpointUrl(gatewayBasePath, match.endpoint, match.id, query);
  }
  if (isLocal && search === '' && localOperations.has(`${method} ${path}`)) return path.slice('/api'.length);
  throw new ProxyError('unlisted', 'Only the requests of the endpoint table are forwarded.');
}

function splitTarget(target: string): [path: string, search: string] {
  const mark = target.indexOf('?');
  return mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}
