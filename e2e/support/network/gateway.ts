import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer, request as forward } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { emulatorPort } from '../servers/ports.ts';

export interface PassedRequest {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface GatewayOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Hears of each request as it is passed on; the answer is held back until what it returns is over. */
  readonly onRequest: (request: PassedRequest) => Promise<unknown> | void;
  /** The status that is passed back in place of the actual one. */
  readonly statusOf?: (request: PassedRequest, actual: number) => number;
}

interface Gateway {
  readonly origin: string;
  /** Takes no more connections; what is under way is still answered. */
  readonly leave: () => void;
  readonly close: () => Promise<void>;
}

/** Stands before the local Flow Service and passes on what comes. */
export async function startGateway({ port, onRequest, statusOf }: GatewayOptions): Promise<Gateway> {
  const server = createServer(async (incoming, answer) => {
    const { method = '', url: target = '', headers } = incoming;
    const body = await buffer(incoming);
    const request = { method, target, headers, body: body.toString() };
    const pause = onRequest(request);
    forward({ host: '127.0.0.1', port: emulatorPort, method, path: target, headers }, async (answered) => {
      await pause;
      const status = answered.statusCode ?? 502;
      // No connection outlives its answer, so that none is left when the gateway leaves.
      answer.writeHead(statusOf?.(request, status) ?? status, { ...answered.headers, connection: 'close' });
      answered.pipe(answer);
    })
      .on('error', (error) => answer.destroy(error))
      .end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    leave: () => void server.close(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
