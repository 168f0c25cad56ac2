export interface RequestTarget {
  readonly path: string;
  /** The text after the question mark. */
  readonly query: string;
}

/** Node's objects for the request; absent when the proxy is called without a port. */
export interface Bindings {
  readonly incoming?: { readonly url?: string | undefined };
  readonly outgoing?: Outgoing;
}

/** The answer that Node sends to the client. */
export interface Outgoing {
  readonly closed: boolean;
  readonly on: (event: 'close', listener: () => void) => unknown;
  /** Calls back once when the client has read nothing for this many milliseconds. */
  readonly setTimeout: (milliseconds: number, listener?: () => void) => unknown;
  readonly destroy: () => unknown;
}

/**
 * Path and query exactly as in the request line. A URL object is not sufficient, because it has already resolved
 * dots, backslashes and an absolute-form target.
 */
export function readRequestTarget(request: Request, bindings: Bindings | undefined): RequestTarget {
  const target = bindings?.incoming?.url ?? request.url.slice(new URL(request.url).origin.length);
  const mark = target.indexOf('?');
  return mark === -1
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
