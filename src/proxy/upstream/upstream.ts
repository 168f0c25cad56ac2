import { Pool, errors } from 'undici';
import { type AnswerBudget, type Reading, createAnswerBudget } from './answer-budget.ts';
import { createConnector } from './create-connector.ts';
import type { HttpProxy } from './http-proxy.ts';
import { ProxyError } from '../proxy-error.ts';
import { decodeBody, readAtMost } from './read-answer-body.ts';

export interface Upstream {
  readonly send: (request: UpstreamRequest) => Promise<UpstreamAnswer>;
  /** Waits until pending requests have finished. */
  readonly close: () => Promise<void>;
}

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query for the request line. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | null;
  /** Aborts when the client has gone. A request that only reads is then canceled. */
  readonly signal: AbortSignal;
}

export interface UpstreamAnswer {
  /** At least 200. A service may send a status above 599, which HTTP does not define. */
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Decoded, whatever encoding the headers declare. */
  readonly body: Uint8Array<ArrayBuffer>;
}

type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface UpstreamLimits {
  /**
   * Milliseconds for name lookup, TCP and TLS together. The steps of an HTTP proxy have a timeout of the same length.
   */
  readonly connectTimeout: number;
  /** Milliseconds from sending to the last byte of the answer. */
  readonly answerTimeout: number;
  /** Milliseconds for which an idle connection is kept. */
  readonly reuseTimeout: number;
  /** The maximum bytes of an answer's body. */
  readonly answerSize: number;
}

interface UpstreamOptions {
  /** The HTTP proxy to use, unless the origin is an exception; null without one. */
  readonly httpProxy?: HttpProxy | null;
  readonly limits?: UpstreamLimits;
  /** The memory budget that several upstreams share. */
  readonly budget?: AnswerBudget;
  /** Changes each answer before it is returned. The answer keeps its room in the budget until then. */
  readonly revise?: (answer: UpstreamAnswer) => Promise<UpstreamAnswer>;
}

const usualLimits: UpstreamLimits = {
  connectTimeout: 5000,
  // Longer than the 60 s after which Adobe's gateway times out (docs/flow-service.md#test-a-connection).
  answerTimeout: 75_000,
  reuseTimeout: 1000,
  answerSize: 16 * 1024 * 1024,
};

/**
 * Sends requests to one origin, each at most once, and buffers the answer, so that an interrupted answer is
 * distinguished from a short one. Redirects are not followed.
 *
 * An idle connection is kept only briefly, much shorter than services keep theirs. If the service closed a connection
 * just as it is reused, the request would fail with an unknown outcome.
 *
 * @throws {ProxyError} `unreachable` when no connection was established, so that nothing was sent; `timeout`, `cut`,
 * `redirected`, `malformed` or `too-large` when the request had been sent.
 */
export function createUpstream(origin: string, options: UpstreamOptions = {}): Upstream {
  const { httpProxy = null, limits = usualLimits, budget = createAnswerBudget(), revise } = options;
  const pool = new Pool(origin, {
    connect: createConnector(origin, httpProxy, limits.connectTimeout),
    keepAliveTimeout: limits.reuseTimeout,
    keepAliveMaxTimeout: limits.reuseTimeout,
    headersTimeout: limits.answerTimeout,
    bodyTimeout: limits.answerTimeout,
  });

  async function send({ method, path, headers, body, signal }: UpstreamRequest): Promise<UpstreamAnswer> {
    const abort = new AbortController();
    const giveUp = () => abort.abort();
    const deadline = setTimeout(giveUp, limits.answerTimeout);
    const reading = budget.startReading();
    if (method === 'GET') signal.addEventListener('abort', giveUp);
    try {
      const answer = await pool.request({
        method,
        path,
        headers: { ...headers, 'accept-encoding': 'identity' },
        body,
        signal: abort.signal,
      });
      const bytes = await readAtMost(whileRoom(answer.body, reading), limits.answerSize);
      if (answer.statusCode >= 300 && answer.statusCode < 400) {
        throw new ProxyError(
          'redirected',
          'The response redirects to another address. The proxy does not follow redirects.',
        );
      }
      const decoded = await decodeBody(bytes, encodingsOf(answer.headers), limits.answerSize);
      await reading.take(Math.max(0, decoded.length - bytes.length));
      const whole = { status: answer.statusCode, headers: answer.headers, body: decoded };
      return revise === undefined ? whole : await revise(whole);
    } catch (error) {
      throw toProxyError(error, abort.signal.aborted);
    } finally {
      clearTimeout(deadline);
      reading.end();
      signal.removeEventListener('abort', giveUp);
    }
  }

  return { send, close: () => pool.close() };
}

async function* whileRoom(body: AsyncIterable<Uint8Array>, reading: Reading): AsyncIterable<Uint8Array> {
  for await (const chunk of body) {
    await reading.take(chunk.length);
    yield chunk;
  }
}

/** The request accepts no encoding, so a transfer coding other than `chunked` is as unusual as a content coding. */
function encodingsOf(headers: AnswerHeaders): string {
  const transfer = String(headers['transfer-encoding'] ?? '').replace(/\bchunked$/i, '');
  return `${String(headers['content-encoding'] ?? '')},${transfer}`;
}

/**
 * Converts the error of a request that may have been sent. If no connection was established, it is already a proxy
 * error.
 */
function toProxyError(error: unknown, late: boolean): ProxyError {
  if (error instanceof ProxyError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
  if (late || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new ProxyError(
      'timeout',
      'The service did not respond in time. It may still process the request.',
    );
  }
  if (error instanceof errors.HTTPParserError) {
    return new ProxyError('malformed', 'The response is not valid HTTP.');
  }
  return new ProxyError('cut', `The connection was lost before the response was complete (${code}).`);
}
