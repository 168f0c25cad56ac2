import { problem } from './refusal.ts';
import { type ServedEndpointName, servedEndpoints } from './served-endpoints.ts';

/** Documented keys that the product does not send. The operations handle each of them separately. */
const furtherKeys: Partial<Record<ServedEndpointName, readonly string[]>> = {
  createConnection: ['mode'],
  exploreConnection: ['filters'],
};

/** @throws {Refusal} 1451-400 for a key that the endpoint does not support (ERR-F) */
export function checkQueryKeys(name: ServedEndpointName, query: URLSearchParams): void {
  // How the sandbox service handles unknown keys is not documented.
  if (servedEndpoints[name].service !== 'flowservice') return;
  const known = new Set<string>([...servedEndpoints[name].query, ...(furtherKeys[name] ?? [])]);
  for (const key of query.keys()) {
    if (!known.has(key)) throw problem('1451-400', `The query parameter ${key} is not supported.`);
  }
}

/** A Boolean query parameter in any case (AEPP sends `True`), false when absent. @throws {Refusal} 1452-400 */
export function readFlag(query: URLSearchParams, key: string): boolean {
  const value = (query.get(key) ?? 'false').toLowerCase();
  if (value !== 'true' && value !== 'false') {
    throw problem('1452-400', `The query parameter ${key} must be true or false.`);
  }
  return value === 'true';
}
