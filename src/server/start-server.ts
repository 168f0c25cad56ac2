import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type HttpBindings, getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Databases } from '../emulator/cluster/databases.ts';
import { type Grace, listen } from './listening/listen.ts';
import { openPage } from './page/open-page.ts';
import type { Settings } from './settings/settings.ts';
import { startBackend } from './start-backend.ts';

/** Milliseconds in which a whole request must arrive. Requests are small, and clients are nearby. */
const requestTimeout = 30_000;

/**
 * Together shorter than the ten seconds after which Docker kills a container. Adobe's gateway may take longer to
 * answer. In this case the client is told that the outcome is not known.
 */
const usualGrace: StopGrace = { answers: 7000, lastAnswers: 1000 };

/**
 * Serves the built page and `/api` on one port, with `/healthz` for monitoring. `folder` contains the build. Rejects
 * with a ListenError when the address is in use.
 */
export async function startServer(
  settings: Settings,
  folder: string,
  log: (line: string) => void,
  { grace = usualGrace, databases = null, ownPorts = [] }: StartOptions = {},
): Promise<RunningServer> {
  const backend = await startBackend(settings, ownPorts, log, databases);
  try {
    const page = await openPage(folder, backend, log);
    const app = new Hono<{ Bindings: HttpBindings }>()
      .get('/healthz', (context) => context.text('ok'))
      .all('/api/*', (context) => backend.fetch(context.req.raw, context.env))
      .all('*', (context) => page(context.req.raw));
    const server = createServer(
      { requestTimeout, headersTimeout: requestTimeout },
      getRequestListener(app.fetch),
    );
    const { origin, port, close } = await listen(server, settings.host, settings.port ?? 4173);
    ownPorts.push(port);
    return {
      origin,
      port,
      service: backend.service,
      async close() {
        const inTime = setTimeout(grace.answers + grace.lastAnswers, undefined, { ref: false });
        await close({ ...grace, giveUp: backend.giveUp });
        // A request whose client has gone may still be pending. If it is canceled, the log contains a line about it.
        await Promise.race([backend.close(), inTime]);
        backend.giveUp();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

export type StopGrace = Omit<Grace, 'giveUp'>;

export interface StartOptions {
  readonly grace?: StopGrace;
  /** The databases of the configured gateway, if it is the local Flow Service in this process. */
  readonly databases?: Databases | null;
  /** Ports that must not be dialed as a database. The port of the server is added. */
  readonly ownPorts?: number[];
}

export interface RunningServer {
  /** For example `http://localhost:4173`. */
  readonly origin: string;
  readonly port: number;
  /** A description of the connected service, for the person who starts the server. */
  readonly service: string;
  /** Answers pending requests, then stops, within eight seconds whatever clients and the service do. */
  readonly close: () => Promise<void>;
}
