import { type Endpoint, endpoints } from '../flow-service/endpoints.ts';

/**
 * Every ID is a UUID (docs/flow-service.md#endpoints). The pattern matches no characters that could change the target
 * of a URL.
 */
const idPattern = '([A-Za-z0-9-]{1,64})';

const routes = Object.values<Endpoint>(endpoints).map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^/api/${endpoint.service}${endpoint.path.replace('{id}', idPattern)}$`),
}));

/**
 * The endpoint of a method and a path, or null. `path` is the path of the request line without the query. A path that
 * is encoded, or has double slashes, dots or another case, does not match.
 */
export function matchEndpoint(method: string, path: string): EndpointMatch | null {
  for (const { endpoint, pattern } of routes) {
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match) return { endpoint, id: match[1] ?? null };
  }
  return null;
}

export interface EndpointMatch {
  readonly endpoint: Endpoint;
  readonly id: string | null;
}
