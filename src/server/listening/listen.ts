import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** A server that has been started. */
export interface Listening {
  /** Such as `http://localhost:4173`. */
  readonly origin: string;
  readonly port: number;
  /** Takes nothing new and resolves when it has ended, in time whatever its clients do; at once the second time. */
  readonly close: (grace: Grace) => Promise<void>;
}

/** How long a server that closes goes on with what is under way. */
export interface Grace {
  /** Milliseconds in which answers may be made and read. */
  readonly answers: number;
  /** Milliseconds more for what `giveUp` has answered. Connections that are left then are broken. */
  readonly lastAnswers: number;
  /** Has to answer what is still waiting for its answer. */
  readonly giveUp: () => void;
}

/**
 * Starts to listen; 0 is any free port.
 * @throws {ListenError}
 */
export function listen(server: Server, host: string, port: number): Promise<Listening> {
  const close = followConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(error, host, port)));
    server.listen(port, host, () => {
      // A connection that cannot be taken, such as for want of file descriptors, is no reason to end.
      server.on('error', () => undefined);
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      const origin = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
      resolve({ origin, port: actual, close });
    });
  });
}

/**
 * Knows which answers are under way on which connection, which the `close` of Node's HTTP server does not: it breaks
 * those whose answer has been made and is still being read, and waits for those that have sent no whole request.
 */
function followConnections(server: Server): Listening['close'] {
  const connections = new Map<Socket, Set<ServerResponse>>();
  let isClosing = false;

  server.on('connection', (socket: Socket) => {
    connections.set(socket, new Set());
    socket.on('close', () => connections.delete(socket));
  });
  // Before whoever answers: an answer can be on its way when they are done.
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
    // Now that there is nothing to break, Node may end its watch over slow requests.
    server.close();
  };
}

/** The address cannot be listened on. The message is for the person who started the server. */
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
