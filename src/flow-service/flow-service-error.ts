import type { EndpointName } from './endpoints.ts';
import { type ErrorBody, readErrorBody } from './schemas/error-body.ts';

/**
 * Where a request failed: `answer`, the service or something before it answered with a failure;
 * `shape`, a success came back with an undocumented body; `size`, one that is too large to be read; `network`,
 * no answer came or it broke off.
 */
export type FailureKind = 'answer' | 'shape' | 'size' | 'network';

/** Whose request it was. */
export interface Sender {
  /** null: the request was about no sandbox. */
  readonly sandbox: string | null;
  /** Whose credentials went with it: typed into the page, or held by its server. */
  readonly credentials: 'page' | 'server';
}

interface FailureFacts extends ErrorBody, Sender {
  readonly kind: FailureKind;
  readonly endpoint: EndpointName;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  readonly body: string;
}

const noBody = readErrorBody('');
const somebody: Sender = { sandbox: null, credentials: 'page' };
const unreadable = { ...noBody, ...somebody, family: 'unreadable', retryAfterSeconds: null } as const;

/** The one error of the client: what failed, in whose words, and whether it can have been carried out all the same. */
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
  /** The answer as it came; like all of its words it is shortened to 4,000 characters. */
  readonly body: string;

  readonly #message: string;
  readonly #facts: FailureFacts;
  /** When it came, in epoch milliseconds. */
  readonly at = Date.now();

  private constructor(message: string, facts: FailureFacts) {
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
    // Until its stack is read, an error keeps the functions in it alive, and with them what was sent.
    void this.stack;
  }

  /** The service, the gateway or our proxy answered with a status that is no success. */
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

  /** A success whose body is not the documented one: HTML, truncated JSON, another shape. */
  static fromShape(endpoint: EndpointName, response: Response, body: string): FlowServiceError {
    const facts = { ...unreadable, kind: 'shape', endpoint, ...readHead(response), body } as const;
    return new FlowServiceError('The response does not match the Flow Service documentation.', facts);
  }

  /** A success whose body nobody tried to read. */
  static fromSize(endpoint: EndpointName, response: Response, body: string): FlowServiceError {
    const facts = { ...unreadable, kind: 'size', endpoint, ...readHead(response), body } as const;
    return new FlowServiceError('The response is too large to read.', facts);
  }

  /** No answer came, or it broke off. `status` is set when its head had arrived. */
  static fromNetwork(endpoint: EndpointName, status: number | null, cause: unknown): FlowServiceError {
    const error = new FlowServiceError('The connection was lost before the response was complete.', {
      ...noBody,
      ...somebody,
      kind: 'network',
      endpoint,
      status,
      retryAfterSeconds: null,
      body: '',
    });
    error.cause = cause;
    return error;
  }

  /** The page could not even prepare the request, so nothing was sent. */
  static fromNotSent(endpoint: EndpointName, cause: unknown): FlowServiceError {
    return FlowServiceError.fromNetwork(endpoint, null, cause).#copy('The request was not sent.', {
      reached: 'no',
    });
  }

  /** The same error with every occurrence of a secret taken out of the sender's words. */
  without(secrets: readonly string[]): FlowServiceError {
    const clean = (text: string) =>
      secrets
        .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
        .filter((secret) => secret !== '')
        .reduce((left, secret) => left.replaceAll(secret, '••••••••'), text);
    const { title, detail, body } = this.#facts;
    // All of it: a secret that the shortening cuts in two is not found any more.
    return this.#copy(clean(this.#message), {
      title: title && clean(title),
      detail: detail && clean(detail),
      body: clean(body),
    });
  }

  /** The same error of a request that is known. */
  of(sender: Sender): FlowServiceError {
    return this.#copy(this.#message, sender);
  }

  #copy(message: string, changed: Partial<FailureFacts>): FlowServiceError {
    const error = new FlowServiceError(message, { ...this.#facts, ...changed });
    error.cause = this.cause;
    return error;
  }

  /**
   * Whether the request was certainly not carried out: page or proxy say that it never left, or the service
   * refused it with a 4xx that speaks for itself. False means unknown, and a creating POST may have created.
   */
  get wasNotCarriedOut(): boolean {
    if (this.reached !== null) return this.reached === 'no';
    return this.kind === 'answer' && this.status !== null && this.status < 500 && this.status !== 408;
  }
}

function readHead({ status, headers }: Response) {
  return { status, requestId: headers.get('x-request-id') };
}

function cut(words: string): string {
  return words.slice(0, 4000);
}

/**
 * `Retry-After` in seconds, from either of its forms (RFC 9110, 10.2.3), held to between one second and an hour;
 * null when absent or unreadable.
 */
export function readRetryAfter(value: string | null, now: number = Date.now()): number | null {
  if (value === null) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(3600, Math.max(1, seconds));
}
