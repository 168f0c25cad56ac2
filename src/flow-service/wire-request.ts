import type { Credentials } from './credentials.ts';
import { type Endpoint, endpointUrl } from './endpoints.ts';
import { toRequestHeaders } from './request-headers.ts';

/** One HTTP request as it is sent. The requests that the page shows are built from the same type. */
export interface WireRequest {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null for none. */
  readonly body: string | null;
}

/** The destination of requests, and their sender. */
export interface Target {
  /** Without a trailing slash: `/api` in the page, `https://platform.adobe.io/data/foundation` on a server. */
  readonly baseUrl: string;
  /** null: the server behind `baseUrl` adds its own credentials. */
  readonly credentials: Credentials | null;
}

export interface RequestFacts {
  readonly sandbox: string | null;
  /** Required if the path has an `{id}`. */
  readonly id?: string;
  readonly query?: readonly (readonly [key: string, value: string])[];
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export function toWireRequest(
  { baseUrl, credentials }: Target,
  endpoint: Endpoint,
  { sandbox, id, query = [], headers, body }: RequestFacts,
): WireRequest {
  return {
    method: endpoint.method,
    url: endpointUrl(baseUrl, endpoint, id ?? null, query),
    headers: {
      Accept: 'application/json',
      ...toRequestHeaders(credentials, sandbox),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  };
}
