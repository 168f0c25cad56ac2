import { documentedRequestHeaders } from '../flow-service/request-headers.ts';

/**
 * What of an answer the page may see. `location` is not among them: the new ID is in the body, and an address
 * at the gateway is of no use in the page. Nor is `content-encoding`: the body has been decoded.
 */
const answerHeaders = ['content-type', 'etag', 'retry-after', 'x-request-id'] as const;

/** The headers of a request that go on to the service: the documented ones that it has. */
export function toUpstreamHeaders(headers: Headers): Record<string, string> {
  return pick(documentedRequestHeaders, (name) => headers.get(name));
}

/** The headers of an answer that go back to the page. A header that repeats is dropped: none of these may. */
export function toAnswerHeaders(
  headers: Record<string, string | readonly string[] | undefined>,
): Record<string, string> {
  return pick(answerHeaders, (name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  });
}

function pick(names: readonly string[], valueOf: (name: string) => string | null): Record<string, string> {
  const entries = names.flatMap((name) => {
    const value = valueOf(name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
