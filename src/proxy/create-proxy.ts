import { Hono } from 'hono';
import type { Environment } from '../flow-service/schemas/environment.ts';
import { replayedHeader } from '../flow-service/idempotency-key.ts';
import { createAnswerBudget } from './upstream/answer-budget.ts';
import { type OwnAddress, checkOrigin, checkPageHeader } from './check-origin.ts';
import { createLimiter } from './create-limiter.ts';
import { toUpstreamHeaders } from './forwarded-headers.ts';
import { createGiveUp } from './upstream/give-up.ts';
import type { HttpProxy } from './upstream/http-proxy.ts';
import { locateError } from './locate-error.ts';
import type { IdempotencyStore } from './writes/idempotency-store.ts';
import { createMemoryStore } from './writes/memory-store.ts';
import { toPageAnswer, toResponse } from './upstream/page-answer.ts';
import { ProxyError } from './proxy-error.ts';
import { readRequestBody } from './read-request-body.ts';
import { createRedaction } from './credentials/redaction.ts';
import { type Bindings, readRequestTarget } from './request-target.ts';
import { createTokenSource } from './credentials/create-token-source.ts';
import { type ServerCredentials, secretsOf } from './credentials/server-credentials.ts';
import { toAccessLogLine } from './to-access-log-line.ts';
import { toGatewayPath, toLocalPath } from './to-gateway-path.ts';
import { createUpstream } from './upstream/upstream.ts';
import { withCredentials } from './credentials/with-credentials.ts';
import { createNonce, readKey, readWriteKey, toFingerprint } from './writes/write-key.ts';

/**
 * An answer is data for our page. No cache stores it and the browser runs nothing in it, not even HTML opened
 * directly. `hono/secure-headers` would need twice the lines, because nine of its default headers must be turned off.
 */
const answerProtection = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * The allow-list proxy: it forwards only requests of the endpoint table, with only the documented headers, to the one
 * configured gateway. All other requests and failures are answered with a {@link ProxyError} as JSON.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const { gatewayOrigin, imsOrigin, httpProxy, target, databases, credentials, sandbox, now } = options;
  const budget = createAnswerBudget();
  const redaction = createRedaction(secretsOf(credentials));
  const gateway = createUpstream(gatewayOrigin, { httpProxy, budget, revise: redaction.redactAnswer });
  const ims = createUpstream(imsOrigin, { httpProxy });
  const limiter = createLimiter();
  const writes = options.writes ?? createMemoryStore();
  const { orGiveUp, giveUp } = createGiveUp();
  const log = (line: string) => options.log(redaction.redact(line));
  const tokens = credentials && createTokenSource(credentials, ims, now, redaction.addToken);
  const sendToGateway =
    credentials && tokens ? withCredentials(gateway.send, credentials, tokens) : gateway.send;
  const app = new Hono<{ Bindings: Bindings }>();

  app.use(budget.countDelivery);

  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    for (const [name, value] of Object.entries(answerProtection)) context.header(name, value);
    const { raw, method } = context.req;
    const { path } = readRequestTarget(raw, context.env);
    const { status, headers } = context.res;
    log(toAccessLogLine(method, path, status, performance.now() - start, headers.get('x-request-id')));
  });

  app.use((context, next) => {
    const { raw, method } = context.req;
    checkOrigin(method, raw.headers, options);
    const { path } = readRequestTarget(raw, context.env);
    // Hono handles HEAD like GET, and matches the resolved path. Requests in these forms are refused.
    const isPlain = method !== 'HEAD' && path === new URL(raw.url).pathname;
    if (!isPlain) throw new ProxyError('unlisted', 'Not found.');
    return next();
  });

  app.use(orGiveUp);

  const describe: Proxy['describe'] = () => ({
    target,
    databases,
    gatewayHost: new URL(gatewayOrigin).host,
    credentials: credentials && {
      clientId: credentials.clientId,
      organizationId: credentials.organizationId,
      expiresAt: tokens?.expiresAt() ?? null,
    },
    sandbox,
  });

  app.get('/api/environment', async (context) =>
    context.json({
      ...describe(),
      writeNonce: await writes.identity().then(({ nonce }) => nonce, createNonce),
    } satisfies Environment),
  );

  app.get(
    '/api/attempt',
    async (context, next) => {
      await next();
      // From here on, the answer concerns the write, including failures.
      context.header(replayedHeader, 'true');
    },
    async (context) => {
      const { headers, signal } = context.req.raw;
      const { nonce } = await writes.identity();
      return toResponse(await writes.read(readKey(headers, nonce), signal));
    },
  );

  if (options.besides !== undefined) app.route('/', options.besides(redaction.redact));

  app.all('*', async (context) => {
    const { raw: request, method } = context.req;
    const { signal } = request;
    const requestTarget = readRequestTarget(request, context.env);
    const localPath = target === 'local' ? toLocalPath(method, requestTarget) : null;
    const path = localPath ?? toGatewayPath(method, requestTarget);
    if (credentials && localPath === null) checkPageHeader(request.headers);
    const isWrite = localPath === null && method !== 'GET';
    const store = isWrite ? await writes.identity() : null;
    const key = store && readWriteKey(request.headers, store.nonce);
    const headers = toUpstreamHeaders(request.headers);
    const upstreamRequest = { method, path, headers, body: await readRequestBody(request) };
    const sendOn = localPath === null ? sendToGateway : gateway.send;
    const send = (gone: AbortSignal) =>
      limiter.run(gone, async () => toPageAnswer(await sendOn({ ...upstreamRequest, signal: gone })));
    if (store === null || key === null) return toResponse(await send(signal));
    const fingerprint = toFingerprint(store.secret, upstreamRequest);
    return toResponse(await writes.run({ key, fingerprint, signal, send }));
  });

  app.onError((error) => toProxyError(error, log).toResponse());

  return {
    fetch: app.fetch,
    describe,
    giveUp,
    async close() {
      writes.close();
      await Promise.all([gateway.close(), ims.close()]);
    },
  };
}

export interface ProxyOptions extends OwnAddress {
  /** The destination of requests: scheme, host and port. It comes only from the configuration. */
  readonly gatewayOrigin: string;
  /** The source of tokens when the server has a client secret: scheme, host and port. */
  readonly imsOrigin: string;
  /** The HTTP proxy between this server and both origins; null without one. */
  readonly httpProxy: HttpProxy | null;
  readonly target: Environment['target'];
  readonly databases: Environment['databases'];
  /** null: the browser sends its own credentials. */
  readonly credentials: ServerCredentials | null;
  /** The sandbox to preselect. */
  readonly sandbox: string | null;
  /** Stores writes by their keys; by default in the memory of this process. It is closed with the proxy. */
  readonly writes?: IdempotencyStore;
  /** Receives one line for each request. A line never contains a secret. */
  readonly log: (line: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * What this origin offers besides the gateway, under the same protection and in the same log.
   * @param redact Removes the server's secrets from a text.
   */
  readonly besides?: (redact: (text: string) => string) => Hono<{ Bindings: Bindings }>;
}

export interface Proxy {
  /** Answers everything below `/api`. `bindings` are Node's objects when the request came through a port. */
  readonly fetch: (request: Request, bindings?: Bindings) => Response | Promise<Response>;
  /** What `/api/environment` answers, without the prefix of the keys of writes. */
  readonly describe: () => Omit<Environment, 'writeNonce'>;
  /** Answers requests that are waiting for the service, although their outcome is unknown. */
  readonly giveUp: () => void;
  /** Waits until pending requests have finished. */
  readonly close: () => Promise<void>;
}

function toProxyError(error: Error, log: ProxyOptions['log']): ProxyError {
  if (error instanceof ProxyError) return error;
  log(locateError(error, 'the proxy'));
  const failure = { status: 500, title: 'Proxy error' };
  return new ProxyError('cut', 'See the server log for the cause.', failure);
}
