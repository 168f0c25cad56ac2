import type { Server } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { CommonServerOptions, Connect, Plugin, ResolvedConfig } from 'vite';
import { ListenError } from './listening/listen.ts';
import { onParentGone } from './listening/stop-on-signal.ts';
import { openPage } from './page/open-page.ts';
import { readEnvironment } from './settings/read-environment.ts';
import { type Settings, readSettings } from './settings/settings.ts';
import { type Backend, startBackend } from './start-backend.ts';

interface ViteServer {
  readonly middlewares: Connect.Server;
  readonly httpServer: Pick<Server, 'once' | 'address'> | null;
  readonly config: Pick<ResolvedConfig, 'logger'>;
}

/**
 * Serves `/api/` in `vite dev` (port 5173) and `vite preview` (port 4173), with the same proxy as the server of the
 * built app. Settings come from the environment and `.env.local`. Vite itself reads no environment file, so that no
 * setting can reach the page.
 */
export function apiPlugin(): Plugin {
  async function serveApi(
    { middlewares, httpServer, config }: ViteServer,
    { host, port }: CommonServerOptions,
  ): Promise<Backend> {
    const ownPorts: number[] = [];
    const backend = await startBackend(settingsOn(host), ownPorts, (line) => config.logger.info(line));
    httpServer?.once('listening', () => {
      const address = httpServer.address();
      if (typeof address === 'object' && address !== null) ownPorts.push(address.port);
    });
    config.logger.info(`The wizard uses ${backend.service}.`);
    // Vite exits on this signal, and aborts pending requests.
    const stopWatching = onParentGone(() => process.kill(process.pid, 'SIGTERM'));
    httpServer?.once('close', () => {
      stopWatching();
      void backend.close();
    });
    httpServer?.once('error', (error: NodeJS.ErrnoException) => {
      void backend.close();
      const { message } = new ListenError(error, typeof host === 'string' ? host : 'any address', port ?? 0);
      // Vite throws this error unchanged and prints its stack, but it replaces an error whose
      // properties identify a port in use.
      for (const fact of Object.keys(error)) Reflect.deleteProperty(error, fact);
      error.stack = message;
    });
    middlewares.use(toMiddleware(backend.fetch, (path) => path.startsWith('/api/')));
    return backend;
  }

  return {
    name: 'phoenix-connection:api',
    apply: (_config, { command, mode }) => command === 'serve' && mode !== 'test',
    config(given, { isPreview }) {
      // Options of the command line are already in the configuration, and override HOST and PORT.
      const { host, port } = (isPreview === true ? given.preview : given.server) ?? {};
      const settings = settingsOn(host);
      const { publicOrigin } = settings;
      const common = {
        host: host ?? settings.host,
        strictPort: true,
        // By default Vite would let every page on this machine read the answers.
        cors: false,
        allowedHosts: publicOrigin === null ? [] : [new URL(publicOrigin).hostname],
      };
      return {
        envDir: false,
        server: { ...common, port: port ?? settings.port ?? 5173 },
        preview: { ...common, port: port ?? settings.port ?? 4173 },
      };
    },
    async configureServer(server) {
      await serveApi(server, server.config.server);
    },
    async configurePreviewServer(server) {
      const { root, build, preview, logger } = server.config;
      const backend = await serveApi(server, preview);
      const page = await openPage(resolve(root, build.outDir), backend, (line) => logger.info(line));
      server.middlewares.use(toMiddleware(page, () => true));
    },
  };
}

/** The settings of a server that listens on this host. Vite's `true` means every address of this computer. */
function settingsOn(host: CommonServerOptions['host']): Settings {
  const given = host === true ? '0.0.0.0' : host || undefined;
  return readSettings({
    ...readEnvironment(process.cwd()),
    ...(given !== undefined && { HOST: given }),
  });
}

function toMiddleware(
  answer: Parameters<typeof getRequestListener>[0],
  isFor: (path: string) => boolean,
): Connect.NextHandleFunction {
  const listener = getRequestListener(answer);
  return (request, response, next) => {
    if (isFor(request.url ?? '')) void listener(request, response);
    else next();
  };
}
