import type { EndpointName } from './endpoints.ts';
import type { HideSecrets } from './hide-secrets.ts';
import { type ErrorBody, readErrorBody } from './schemas/error-body.ts';

/**
 * Where a request failed. `answer`: the service, or something in front of it, answered with an error. `shape`: a
 * successful answer has an undocumented body. `size`: a successful answer is too large to be read. `network`: no
 * answer came, or it was interrupted. `version`: the version of the connection to change is not known, so nothing was sent.
 */
export type FailureKind = 'answer' | 'shape' | 'size' | 'network' | 'version';

/** The sender of a request. */
export interface Sender {
  /** null when the request concerned no sandbox. */
  readonly sandbox: string | null;
  /** Which credentials were sent: those entered in the page, or those of its server. */
  readonly credentials: 'page' | 'server';
}

interface FailureFacts extends ErrorBody, Sender {
  readonly kind: FailureKind;
  readonly endpoint: EndpointName;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  readonly body: string;
}

interface KeptFacts extends FailureFacts {
  /** null until the error is on its way to the caller. */
  readonly hide: HideSecrets | null;
}

const noBody = readErrorBody('');
const somebody = { sandbox: null, credentials: 'page', hide: null } as const;
const unreadable = { ...noBody, ...somebody, family: 'unreadable', retryAfterSeconds: null } as const;

/**
 * The only error of the client: what failed, in the sender's words, and whether the request may have been carried out
 * despite the error.
 */
export class FlowServiceError extends Error implements FailureFacts {
  override readonly name = 'FlowServiceError';
  readonly kind: FailureFacts['kind'];
  readonly endpoint: FailureFacts['endpoint'];
  readonly sandbox: FailureFacts['sandbox'];
  readonly credentials: FailureFacts['credentials'];
  /** HTTP status; null when no answer came. */
  readonly status: FailureFacts['status'];
  readonly family: FailureFacts['family'];
  readonly type: FailureFacts['type'];
  readonly code: FailureFacts['code'];
  readonly title: FailureFacts['title'];
  readonly detail: FailureFacts['detail'];
  /** For Adobe's support. */
  readonly requestId: FailureFacts['requestId'];
  readonly reached: FailureFacts['reached'];
  /** Seconds, from a `Retry-After` header. */
  readonly retryAfterSeconds: FailureFacts['retryAfterSeconds'];
  /** The answer as received. Like all quoted texts, it is shortened to 4,000 characters. */
  readonly body: string;

  readonly #message: string;
  readonly #facts: KeptFacts;
  /** The time of the error, in epoch milliseconds. */
  readonly at = Date.now();

  private constructor(message: string, facts: KeptFacts) {
    super(cut(message));
    this.#message = message;
    this.#facts = facts;
    this.kind = facts.kind;
    this.endpoint = facts.endpoint;
    this.sandbox = facts.sandbox;
    this.credentials = facts.credentials;
    this.status = facts.status;
    this.family = facts.family;
    this.type = facts.type && cut(facts.type);
    this.code = facts.code && cut(facts.code);
    this.title = facts.title && cut(facts.title);
    this.detail = facts.detail && cut(facts.detail);
    this.requestId = facts.requestId && cut(facts.requestId);
    this.reached = facts.reached;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.body = cut(facts.body);
    // An error keeps references to functions, and so to the request, until its stack is read.
    void this.stack;
  }

  /** The service, the gateway or our proxy answered with an error status. */
  static fromAnswer(endpoint: EndpointName, response: Response, body: string): FlowServiceError {
    const parsed = readErrorBody(body);
    const { status, statusText, headers } = response;
    return new FlowServiceError(parsed.detail ?? parsed.title ?? (statusText || `HTTP ${status}`), {
      ...parsed,
      ...somebody,
      kind: 'answer',
      endpoint,
      status,
      requestId: parsed.requestId ?? headers.get('x-request-id'),
      retryAfterSeconds: readRetryAfter(headers.get('retry-after')),
      body,
    });
  }

  /** A successful answer does not have the documented body: it is HTML, truncated JSON or another shape. */
  static fromShape(endpoint: EndpointName, response: Response, body: string): FlowServiceError {
    const facts = { ...unreadable, kind: 'shape', endpoint, ...readHead(response), body } as const;
    return new FlowServiceError('The response does not match the Flow Service documentation.', facts);
  }

  /** A successful answer is too large, so its body was not read. */
  static fromSize(endpoint: EndpointName, response: Response, body: string): FlowServiceError {
    const facts = { ...unreadable, kind: 'size', endpoint, ...readHead(response), body } as const;
    return new FlowServiceError('The response is too large to read.', facts);
  }

  /** No answer came, or it was interrupted. `status` is set when the headers had arrived. */
  static fromNetwork(endpoint: EndpointName, status: number | null, cause: unknown): FlowServiceError {
    const error = new FlowServiceError('The connection was lost before the response was complete.', {
      ...noBody,
      ...somebody,
      kind: 'network',
      endpoint,
      status,
      retryAfterSeconds: null,
      body: '',
      // Nothing is quoted.
      hide: (text) => text,
    });
    error.cause = cause;
    return error;
  }

  /** The page could not prepare the request, so nothing was sent. */
  static fromNotSent(endpoint: EndpointName, cause: unknown): FlowServiceError {
    return FlowServiceError.fromNetwork(endpoint, null, cause).#copy('The request was not sent.', {
      reached: 'no',
    });
  }

  /** A change was not sent, because the service returned no etag, without which another user's change could be lost. */
  static fromNoVersion(endpoint: EndpointName): FlowServiceError {
    return FlowServiceError.fromNotSent(endpoint, null).#copy('The connection has no etag.', {
      kind: 'version',
    });
  }

  /**
   * The same error, with every occurrence of a secret hidden in the quoted texts. `hide` is the code that finds them;
   * without it, nothing is quoted. An error of {@link send} already has it.
   */
  without(secrets: readonly string[], hide: HideSecrets | null = this.#facts.hide): FlowServiceError {
    const clean = (text: string) => hide?.(text, secrets) ?? '';
    const { title, detail, body } = this.#facts;
    return this.#copy(clean(this.#message) || `HTTP ${this.status}`, {
      title: title && clean(title),
      detail: detail && clean(detail),
      body: clean(body),
      hide,
    });
  }

  /** The same error with its sender. */
  of(sender: Sender): FlowServiceError {
    return this.#copy(this.#message, sender);
  }

  #copy(message: string, changed: Partial<KeptFacts>): FlowServiceError {
    const error = new FlowServiceError(message, { ...this.#facts, ...changed });
    error.cause = this.cause;
    return error;
  }

  /**
   * Whether the request was certainly not carried out: the page or the proxy reports that it was never sent, or the
   * service refused it with an unambiguous 4xx. False means unknown: a POST that creates may have succeeded.
   */
  get wasNotCarriedOut(): boolean {
    if (this.reached !== null) return this.reached === 'no';
    return this.kind === 'answer' && this.status !== null && this.status < 500 && this.status !== 408;
  }
}

function readHead({ status, headers }: Response) {
  return { status, requestId: headers.get('x-request-id') };
}

/** The part that is shown. A hidden character takes no room, so that a secret at the end is not shown in part. */
function cut(text: string): string {
  return text
    .slice(0, 4000)
    .replaceAll(/\uFFFF+/g, '••••••••')
    .slice(0, 4000);
}

/**
 * `Retry-After` in seconds, from either of its forms (RFC 9110, 10.2.3), limited to the range from one second to one
 * hour; null when absent or unreadable.
 */
export function readRetryAfter(value: string | null, now: number = Date.now()): number | null {
  if (value === null) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(3600, Math.max(1, seconds));
}
