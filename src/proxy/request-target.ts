export interface RequestTarget {
  readonly path: string;
  /** What follows the question mark. */
  readonly query: string;
}

/** What Node's HTTP server knows of the request; nothing when the proxy is called without a port. */
export interface Bindings {
  readonly incoming?: { readonly url?: string | undefined };
}

/**
 * Path and query as they stood in the request line. A URL object would not do: it has already resolved dots,
 * backslashes and an absolute-form target.
 */
export function readRequestTarget(request: Request, bindings: Bindings | undefined): RequestTarget {
  const target = bindings?.incoming?.url ?? request.url.slice(new URL(request.url).origin.length);
  const mark = target.indexOf('?');
  return mark === -1
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
