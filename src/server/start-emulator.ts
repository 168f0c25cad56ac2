import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionCut, createEmulator } from '../emulator/emulator.ts';
import { type Grace, listen } from './listening/listen.ts';
import type { Dependencies } from '../emulator/dependencies.ts';

const grace: Grace = { answers: 1000, lastAnswers: 0, giveUp: () => undefined };

/**
 * The local Flow Service as a real HTTP server.
 * @throws {ListenError}
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
  const { origin, close } = await listen(server, host, port);
  return { url: origin, close: () => close(grace) };
}

export interface StartOptions extends Partial<Dependencies> {
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
