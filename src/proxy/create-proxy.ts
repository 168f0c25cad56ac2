import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Environment } from '../flow-service/environment.ts';
import { toAnswerHeaders, toUpstreamHeaders } from './forwarded-headers.ts';
import { ProxyError } from './proxy-error.ts';
import { readRequestBody } from './request-body.ts';
import { createUpstream } from './upstream.ts';
import { toUpstreamPath } from './upstream-path.ts';

export interface ProxyOptions {
  /** Where requests go: scheme, host and port. From configuration only. */
  readonly gatewayOrigin: string;
  readonly target: Environment['target'];
  /** The sandbox to preselect. */
  readonly sandbox: string | null;
  /** Takes one line for each request: method, path, status, milliseconds, request ID. Never a secret. */
  readonly log: (line: string) => void;
}

/** The request as Node read it; absent when the proxy is called without a port. */
type Bindings = Partial<HttpBindings>;

/** A Hono app below `/api`, and a way to let go of its connections. */
export function createProxy(options: ProxyOptions) {
  const { gatewayOrigin, target, sandbox, log } = options;
  const upstream = createUpstream(gatewayOrigin);
  const app = new Hono<{ Bindings: Bindings }>();

  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    context.header('cache-control', 'no-store');
    const { method, raw } = context.req;
    const duration = Math.round(performance.now() - start);
    log(`${method} ${new URL(raw.url).pathname} ${context.res.status} ${duration}ms`);
  });

  app.get('/api/environment', (context) =>
    context.json({
      target,
      gatewayHost: new URL(gatewayOrigin).host,
      credentials: null,
      sandbox,
    } satisfies Environment),
  );

  app.all('*', async (context) => {
    const request = context.req.raw;
    const path = toUpstreamPath(request.method, requestTarget(request, context.env), target === 'local');
    const answer = await upstream.send({
      method: request.method,
      path,
      headers: toUpstreamHeaders(request.headers),
      body: await readRequestBody(request),
      signal: request.signal,
    });
    const isEmpty = answer.status === 204;
    return new Response(isEmpty ? null : answer.body, {
      status: answer.status,
      headers: toAnswerHeaders(answer.headers),
    });
  });

  app.onError((error) => {
    const problem = error instanceof ProxyError ? error : new ProxyError('cut', 'The proxy itself failed.');
    return problem.toResponse();
  });

  return { fetch: app.fetch, close: () => upstream.close() };
}

/** Path and query as they stood in the request line: a URL object has already resolved dots and the like. */
function requestTarget(request: Request, env: Bindings): string {
  if (env.incoming?.url !== undefined) return env.incoming.url;
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
