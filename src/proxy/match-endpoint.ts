import { type Endpoint, endpoints } from '../flow-service/endpoints.ts';

/** Every ID is a UUID (docs/flow-service.md#endpoints). Nothing that could change the target of a URL matches. */
const idPattern = '([A-Za-z0-9-]{1,64})';

const routes = Object.values<Endpoint>(endpoints).map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^/api/${endpoint.service}${endpoint.path.replace('{id}', idPattern)}$`),
}));

/**
 * The one endpoint that a method and a path mean, or null. `path` is as it stood in the request line, without
 * the query: whatever is encoded, doubled, dotted or in another case is simply not listed.
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
