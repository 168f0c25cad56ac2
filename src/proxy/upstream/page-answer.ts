import { toAnswerHeaders } from '../forwarded-headers.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** An answer of the gateway as the page may see it. */
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
 * A browser acts on some statuses without asking the page: after 408, 421 and 425 it sends a request again, even one
 * that creates, and 407 is about its own proxy. None of them may reach it. What takes their place leaves it open, as
 * they do, whether the request was carried out. Nor can a status above 599 be passed on: HTTP has none.
 */
function toPageStatus(status: number): number {
  if (status === 408) return 504;
  return status === 407 || status === 421 || status === 425 || status > 599 ? 502 : status;
}
