import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionCut, createEmulator } from '../emulator/emulator.ts';
import { type Databases, createDatabases } from '../emulator/cluster/databases.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import { type Grace, listen } from './listening/listen.ts';
import { checkOrigin } from '../proxy/check-origin.ts';
import { ProxyError } from '../proxy/proxy-error.ts';
import type { Dependencies } from '../emulator/dependencies.ts';

const grace: Grace = { answers: 1000, lastAnswers: 0, giveUp: () => undefined };

/**
 * The local Flow Service as an HTTP server.
 * @throws {ListenError}
 */
export async function startEmulator({
  host,
  port,
  policy,
  ownPorts = [],
  publicOrigin = null,
  ...options
}: StartOptions): Promise<RunningEmulator> {
  const databases = createDatabases(policy, ownPorts);
  const emulator = createEmulator({ ...options, databases });
  const server = createServer(
    getRequestListener(async (request, { outgoing }) => {
      try {
        // The service opens databases, so no other web page may use it, even through a name that resolves to this
        // computer.
        checkOrigin(request.method, request.headers, { listenHost: host, publicOrigin });
        return await emulator.fetch(request);
      } catch (error) {
        if (error instanceof ProxyError) return error.toResponse();
        if (!(error instanceof ConnectionCut)) throw error;
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    }),
  );
  // Longer than any client keeps idle connections, so that the server closes none while a request is being sent.
  server.keepAliveTimeout = 75_000;
  const listening = await listen(server, host, port);
  ownPorts.push(listening.port);
  return {
    url: listening.origin,
    port: listening.port,
    databases,
    async close() {
      await listening.close(grace);
      await databases.close();
    },
  };
}

export interface StartOptions extends Partial<Omit<Dependencies, 'databases'>> {
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** The addresses that may be dialed to open the database of a connection. */
  readonly policy: DialPolicy;
  /** Receives the ports of the service and of its sample cluster, which must not be dialed as a database. */
  readonly ownPorts?: number[];
  /** Scheme, host and port of a reverse proxy in front of the service; null without one. */
  readonly publicOrigin?: string | null;
}

export interface RunningEmulator {
  /** The origin, such as `http://127.0.0.1:8766`. Adobe's paths are below `/data/foundation`. */
  readonly url: string;
  readonly port: number;
  /** The databases that the service opens, and its sample cluster. They are closed with the service. */
  readonly databases: Databases;
  /** Stops listening, and gives pending requests one second to finish. */
  readonly close: () => Promise<void>;
}
