import { Hono } from 'hono';
import type { CheckEvent } from '../../flow-service/schemas/connection-check.ts';
import { checkPageHeader } from '../../proxy/check-origin.ts';
import { locateError } from '../../proxy/locate-error.ts';
import { ProxyError } from '../../proxy/proxy-error.ts';
import { type Bindings, readRequestTarget } from '../../proxy/request-target.ts';
import type { CheckLimits } from '../../query-server/check/check-connection.ts';
import type { CheckRoute } from '../../query-server/check/check-route.ts';
import { createCheckLimiter } from './limit-checks.ts';
import { readCheckRequest } from './read-check-request.ts';

export interface CheckDependencies {
  /** How a check reaches this host. */
  readonly findRoute: (host: string, port: number) => Promise<CheckRoute>;
  /** Removes the server's secrets from a text. */
  readonly redact: (text: string) => string;
  /** Receives one line for each check that failed unexpectedly. */
  readonly log: (line: string) => void;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly limits?: CheckLimits;
}

/** `POST /api/check`: runs a connection check and sends its events as they happen, one JSON object in each line. */
export function createCheckRoutes({
  findRoute,
  redact,
  log,
  stopping,
  now,
  limits,
}: CheckDependencies): Hono<{ Bindings: Bindings }> {
  const limiter = createCheckLimiter(now);

  return new Hono<{ Bindings: Bindings }>().post('/api/check', async (context) => {
    const { raw } = context.req;
    checkPageHeader(raw.headers, 'This server opens connections for its own pages only.');
    if (readRequestTarget(raw, context.env).query !== '') {
      throw new ProxyError('unlisted', 'A connection check has no query parameters.');
    }
    const request = await readCheckRequest(raw);
    const end = limiter.start();
    // The signal of the request is aborted when the client disconnects.
    const signal = AbortSignal.any([raw.signal, stopping]);

    async function* run() {
      try {
        // Loaded on demand: a server that checks nothing does not need the protocol of the query server.
        const { checkConnection } = await import('../../query-server/check/check-connection.ts');
        const route = await findRoute(request.host, request.port);
        yield* checkConnection(request, { route, signal, ...(limits !== undefined && { limits }) });
      } catch (error) {
        log(redact(locateError(error instanceof Error ? error : new Error(), 'a connection check')));
        throw error;
      } finally {
        end();
      }
    }
    const stream = toLines(run(), redact);
    return new Response(stream, { headers: { 'content-type': 'application/x-ndjson' } });
  });
}

/** The events do not wait for the reader, so that a reader who stops reading does not keep the check open. */
function toLines(
  events: AsyncIterable<CheckEvent>,
  redact: (text: string) => string,
): ReadableStream<Uint8Array> {
  let isOpen = true;
  return new ReadableStream({
    start(controller) {
      const pump = async () => {
        for await (const event of events) {
          if (isOpen) controller.enqueue(Buffer.from(`${redact(JSON.stringify(event))}\n`));
        }
        if (isOpen) controller.close();
      };
      // The stream is read only after this function has returned, so it does not wait for the events.
      pump().catch((error: unknown) => controller.error(error));
    },
    cancel() {
      isOpen = false;
    },
  });
}
