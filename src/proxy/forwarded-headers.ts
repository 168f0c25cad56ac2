import { documentedRequestHeaders } from '../flow-service/request-headers.ts';

/**
 * The headers of an answer that the page may see. `location` is not included: the new ID is in the body, and the page
 * cannot use an address at the gateway. `content-encoding` is not included, because the body has been decoded.
 */
const answerHeaders = ['content-type', 'etag', 'retry-after', 'x-request-id'] as const;

/** The headers of a request that are forwarded to the service: the documented ones that are present. */
export function toUpstreamHeaders(headers: Headers): Record<string, string> {
  return pick(documentedRequestHeaders, (name) => headers.get(name));
}

/**
 * The headers of an answer that are returned to the page. A repeated header is dropped, because none of these may
 * repeat.
 */
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
