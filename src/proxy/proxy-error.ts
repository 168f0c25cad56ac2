import {
  type ProxyFailure,
  type ProxyProblem,
  proxyProblemPrefix,
  readProxyFailure,
} from '../flow-service/schemas/proxy-problem.ts';

interface Kind {
  readonly status: number;
  readonly title: string;
  readonly reached: ProxyProblem['reached'];
}

const kinds: Record<ProxyFailure, Kind> = {
  unreachable: { status: 502, title: 'The service cannot be reached', reached: 'no' },
  'no-token': { status: 502, title: 'The server has no access token', reached: 'no' },
  timeout: { status: 504, title: 'The service did not respond in time', reached: 'unknown' },
  cut: { status: 502, title: 'The connection to the service was lost', reached: 'unknown' },
  redirected: { status: 502, title: 'The service responded with a redirect', reached: 'unknown' },
  malformed: { status: 502, title: 'The service did not respond with valid HTTP', reached: 'unknown' },
  'too-large': { status: 413, title: 'The request is too large', reached: 'no' },
  forbidden: { status: 403, title: 'The request is not allowed', reached: 'no' },
  unlisted: {
    status: 404,
    title: 'The proxy does not forward this request',
    reached: 'no',
  },
  busy: { status: 503, title: 'Too many concurrent requests', reached: 'no' },
  'no-store': { status: 503, title: 'The server cannot record the request', reached: 'no' },
  'malformed-key': { status: 400, title: 'The idempotency key is malformed', reached: 'no' },
  'stale-key': {
    status: 409,
    title: 'The idempotency key was issued before the server restarted',
    reached: 'unknown',
  },
  'closed-key': { status: 409, title: 'The idempotency key is no longer valid', reached: 'no' },
  'key-mismatch': { status: 422, title: 'The idempotency key belongs to another request', reached: 'no' },
  'key-required': { status: 428, title: 'The idempotency key is missing', reached: 'no' },
  unseen: { status: 404, title: 'The idempotency key is unknown', reached: 'no' },
  'invalid-check': { status: 400, title: 'The connection check is not valid', reached: 'no' },
  'too-many-checks': { status: 429, title: 'Too many connection checks', reached: 'no' },
};

/**
 * A failure of the proxy itself. `detail` is for the user and never quotes a header or a body. The defaults of a
 * failure (status, title, reached) can be overridden.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly problem: ProxyProblem;
  /** When a retry makes sense; null when it is not known. */
  readonly retryAfterSeconds: number | null;

  constructor(
    failure: ProxyFailure,
    detail: string,
    otherwise: Partial<Kind> = {},
    retryAfterSeconds: number | null = null,
  ) {
    super(detail);
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = { type: `${proxyProblemPrefix}${failure}`, detail, ...kinds[failure], ...otherwise };
  }

  /** A failure that was stored as its problem. */
  static fromProblem({ type, detail, ...kind }: ProxyProblem, retryAfterSeconds: number | null): ProxyError {
    return new ProxyError(readProxyFailure(type) ?? 'cut', detail, kind, retryAfterSeconds);
  }

  /** In the format of RFC 9457. */
  toResponse(): Response {
    return new Response(JSON.stringify(this.problem), {
      status: this.problem.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(this.retryAfterSeconds !== null && { 'retry-after': String(this.retryAfterSeconds) }),
      },
    });
  }
}
