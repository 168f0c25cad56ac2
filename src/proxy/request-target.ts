export interface RequestTarget {
  readonly path: string;
  /** What follows the question mark. */
  readonly query: string;
}

/** What Node's HTTP server knows of the request; nothing when the proxy is called without a port. */
export interface Bindings {
  readonly incoming?: { readonly url?: string | undefined };
  readonly outgoing?: Outgoing;
}

/** The answer as it goes to the client. */
export interface Outgoing {
  readonly closed: boolean;
  readonly on: (event: 'close', listener: () => void) => unknown;
  /** Calls back when the client has taken nothing for so many milliseconds; again only when set again. */
  readonly setTimeout: (milliseconds: number, listener?: () => void) => unknown;
  readonly destroy: () => unknown;
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
