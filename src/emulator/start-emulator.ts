import { type Server, createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionCut } from './connection-cut.ts';
import { createEmulator } from './emulator.ts';
import type { Tools } from './tools.ts';

/**
 * The local Flow Service as a real HTTP server.
 * @throws with one sentence for a person when the port is taken or the host is not one of this machine's.
 */
export async function startEmulator({ host, port, ...options }: StartOptions): Promise<RunningEmulator> {
  const emulator = createEmulator(options);
  const server = createServer(
    getRequestListener(async (request, { outgoing }) => {
      try {
        return await emulator.fetch(request);
      } catch (error) {
        if (!(error instanceof ConnectionCut)) throw error;
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    }),
  );
  // Longer than any client keeps idle connections, so that none is closed while a request is on its way.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(explain(error, host, port), { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  return { url: originOf(host, portOf(server)), close: () => close(server) };
}

export interface StartOptions extends Partial<Tools> {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

export interface RunningEmulator {
  /** Origin, such as `http://127.0.0.1:8766`; Adobe's paths are below `/data/foundation`. */
  readonly url: string;
  /** Stops listening, and gives what is under way a second. */
  readonly close: () => Promise<void>;
}

const graceMilliseconds = 1000;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.');
  return address.port;
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. Set PORT to a free one.`;
  if (code === 'EACCES')
    return `Port ${port} of ${host} is not allowed to this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Set HOST.`;
  return `The local Flow Service cannot listen on ${host}:${port}: ${message}`;
}
