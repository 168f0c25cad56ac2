import type { Server } from 'node:http';

/**
 * Starts to listen; 0 is any free port. Returns the origin, such as `http://localhost:4173`.
 * @throws {ListenError}
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // A kept connection would hold a server that has been told to finish open until its client lets go.
    server.on('request', (_request, response) => {
      response.on('close', () => {
        if (!server.listening) server.closeIdleConnections();
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
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
      return `Port ${port} is taken on ${host}. Stop what listens there, or set PORT to a free one.`;
    case 'EACCES':
      return `Port ${port} is not allowed to this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Set HOST to one that is, such as localhost.`;
    case undefined:
    default:
      return `The server cannot listen on ${host}:${port}: ${message}`;
  }
}

/** Takes no more connections and resolves when every request that is under way has been answered; at once when it does not listen. */
export function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
