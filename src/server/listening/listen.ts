import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** A running server. */
export interface Listening {
  /** For example `http://localhost:4173`. */
  readonly origin: string;
  readonly port: number;
  /**
   * Accepts no new connections and resolves when the server has ended. The duration is limited whatever its clients
   * do. A second call resolves at once.
   */
  readonly close: (grace: Grace) => Promise<void>;
}

/** How long a closing server continues to process pending requests. */
export interface Grace {
  /** Milliseconds in which answers may be completed and read. */
  readonly answers: number;
  /** Further milliseconds to send the answers of `giveUp`. Remaining connections are then destroyed. */
  readonly lastAnswers: number;
  /** Must answer all pending requests. */
  readonly giveUp: () => void;
}

/**
 * Starts to listen; port 0 selects a free port.
 * @throws {ListenError}
 */
export function listen(server: Server, host: string, port: number): Promise<Listening> {
  const close = followConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(error, host, port)));
    server.listen(port, host, () => {
      // A connection that cannot be accepted, for example for lack of file descriptors, must not end the server.
      server.on('error', () => undefined);
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      const origin = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
      resolve({ origin, port: actual, close });
    });
  });
}

/**
 * Tracks the pending answers of each connection. The `close` of Node's HTTP server does not: it destroys connections
 * whose answer is complete but still being read, and waits for connections that have sent no whole request.
 */
function followConnections(server: Server): Listening['close'] {
  const connections = new Map<Socket, Set<ServerResponse>>();
  let isClosing = false;

  server.on('connection', (socket: Socket) => {
    connections.set(socket, new Set());
    socket.on('close', () => connections.delete(socket));
  });
  // This listener must run before the request handler, which may complete an answer that is still being sent.
  server.prependListener('request', ({ socket }, response) => {
    const answers = connections.get(socket);
    answers?.add(response);
    if (isClosing) response.setHeader('connection', 'close');
    response.on('close', () => {
      answers?.delete(response);
      if (isClosing && answers?.size === 0) socket.destroySoon();
    });
  });

  return async ({ answers: waitTimeout, lastAnswers, giveUp }) => {
    isClosing = true;
    const closed = new Promise<void>((resolve) => {
      NetServer.prototype.close.call(server, () => resolve());
    });
    for (const [socket, answers] of connections) {
      if (answers.size === 0) socket.destroy();
      for (const answer of answers) {
        if (!answer.headersSent) answer.setHeader('connection', 'close');
      }
    }
    const breakAll = () => {
      for (const socket of connections.keys()) socket.destroy();
    };
    const timers = [setTimeout(giveUp, waitTimeout), setTimeout(breakAll, waitTimeout + lastAnswers)];
    await closed;
    timers.forEach(clearTimeout);
    // No connection is left, so Node may stop its check for slow requests.
    server.close();
  };
}

/** The server cannot listen on the address. The message is for the person who started the server. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(cause: NodeJS.ErrnoException, host: string, port: number) {
    super(explain(cause, host, port), { cause });
  }
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken on ${host}. Stop the program that uses it, or set PORT to a free port.`;
    case 'EACCES':
      return `You don't have permission to use port ${port}. Set PORT to 1024 or higher.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this computer. Set HOST to an address of this computer, such as localhost.`;
    case undefined:
    default:
      return `The server cannot listen on ${host}:${port}: ${message}`;
  }
}
