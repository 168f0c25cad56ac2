import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer, request as forward } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { emulatorPort } from '../servers/ports.ts';

export interface PassedRequest {
  readonly method: string;
  /** The target as written in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface GatewayOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Called for each request that is forwarded. The answer is held back until the returned promise resolves. */
  readonly onRequest: (request: PassedRequest) => Promise<unknown> | void;
  /** The status to return instead of the actual one. */
  readonly statusOf?: (request: PassedRequest, actual: number) => number;
}

interface Gateway {
  readonly origin: string;
  /** Accepts no more connections. Pending requests are still answered. */
  readonly leave: () => void;
  readonly close: () => Promise<void>;
}

/** A gateway in front of the local Flow Service that forwards all requests. */
export async function startGateway({ port, onRequest, statusOf }: GatewayOptions): Promise<Gateway> {
  const server = createServer(async (incoming, answer) => {
    const { method = '', url: target = '', headers } = incoming;
    const body = await buffer(incoming);
    const request = { method, target, headers, body: body.toString() };
    const pause = onRequest(request);
    forward({ host: '127.0.0.1', port: emulatorPort, method, path: target, headers }, async (answered) => {
      await pause;
      const status = answered.statusCode ?? 502;
      // Each connection closes after its answer, so that none is open when the gateway closes.
      answer.writeHead(statusOf?.(request, status) ?? status, { ...answered.headers, connection: 'close' });
      answered.pipe(answer);
    })
      .on('error', (error) => answer.destroy(error))
      .end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    leave: () => void server.close(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
