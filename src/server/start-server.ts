import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type HttpBindings, getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { type Grace, listen } from './listening/listen.ts';
import { pageHandler } from './page/page-handler.ts';
import { readPageFiles } from './page/read-page-files.ts';
import type { Settings } from './settings/settings.ts';
import { startBackend } from './start-backend.ts';

/** Milliseconds in which a whole request must arrive: it is small, and whoever sends it is near. */
const requestTimeout = 30_000;

/**
 * In all below the ten seconds after which Docker ends a container by force. Adobe's gateway may take longer to answer:
 * whoever asked then hears that the outcome is not known.
 */
const usualGrace: StopGrace = { answers: 7000, lastAnswers: 1000 };

/**
 * The built page and `/api` on one port, with `/healthz` for those who watch over it.
 * `folder` is where the build is. Rejects with a ListenError when the address is taken.
 */
export async function startServer(
  settings: Settings,
  folder: string,
  log: (line: string) => void,
  grace: StopGrace = usualGrace,
): Promise<RunningServer> {
  const page = pageHandler(await readPageFiles(folder));
  const ownPorts: number[] = [];
  const backend = await startBackend(settings, ownPorts, log);
  const app = new Hono<{ Bindings: HttpBindings }>()
    .get('/healthz', (context) => context.text('ok'))
    .all('/api/*', (context) => backend.fetch(context.req.raw, context.env))
    .all('*', (context) => page(context.req.raw));
  const server = createServer(
    { requestTimeout, headersTimeout: requestTimeout },
    getRequestListener(app.fetch),
  );
  try {
    const { origin, port, close } = await listen(server, settings.host, settings.port ?? 4173);
    ownPorts.push(port);
    return {
      origin,
      port,
      service: backend.service,
      async close() {
        const inTime = setTimeout(grace.answers + grace.lastAnswers, undefined, { ref: false });
        await close({ ...grace, giveUp: backend.giveUp });
        // A request whose client has gone may still be under way; if it is given up, the log has it.
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

export interface RunningServer {
  /** Such as `http://localhost:4173`. */
  readonly origin: string;
  readonly port: number;
  /** What it talks to, for the person who starts it. */
  readonly service: string;
  /** Answers what is under way, then stops; within eight seconds, whatever clients and the service do. */
  readonly close: () => Promise<void>;
}
