import { toAnswerHeaders } from '../forwarded-headers.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** An answer of the gateway, limited to what the page may see. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export function toPageAnswer({ status, headers, body }: UpstreamAnswer): PageAnswer {
  return { status: toPageStatus(status), headers: toAnswerHeaders(headers), body };
}

export function toResponse({ status, headers, body }: PageAnswer): Response {
  if (status === 204 || status === 205) return new Response(null, { status, headers: { ...headers } });
  return new Response(body, {
    status,
    headers: { ...headers, 'content-length': String(body.byteLength) },
  });
}

/**
 * A browser handles some statuses without informing the page. After 408, 421 and 425 it sends a request again, even
 * one that creates, and 407 concerns its own proxy. These statuses are replaced with one that, like them, leaves open
 * whether the request was carried out. A status above 599 cannot be passed on either, because HTTP does not define
 * it.
 */
function toPageStatus(status: number): number {
  if (status === 408) return 504;
  return status === 407 || status === 421 || status === 425 || status > 599 ? 502 : status;
}
