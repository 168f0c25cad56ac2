import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createStdoutWriter } from './listening/line-writer.ts';
import { ListenError } from './listening/listen.ts';
import { stopOnSignal } from './listening/stop-on-signal.ts';
import { rendererOf } from './page/open-page.ts';
import { type Settings, SettingsError } from './settings/settings.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

/** The folder of this project. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What the server uses. */
interface Target extends Required<Pick<StartOptions, 'databases' | 'ownPorts'>> {
  readonly settings: Settings;
}

const built = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Serves the built page and the proxy until a signal comes. Builds the page first when there is no build. A mistake
 * in the settings or the environment is printed as one line, and the process exits with 1.
 */
export async function serveBuild(
  findTarget: () => Target | Promise<Target>,
  onUp: (server: RunningServer, write: (line: string) => void) => void,
  onDown: () => void,
): Promise<void> {
  const log = createStdoutWriter();
  try {
    const { settings, ...options } = await findTarget();
    if (!existsSync(`${built}/index.html`) || !existsSync(rendererOf(built))) {
      const { createBuilder } = await import('vite');
      await (await createBuilder({ root: projectFolder })).buildApp();
    }
    const server = await startServer(settings, built, log.write, options);
    log.write(`The wizard is running on ${server.origin} and uses ${server.service}.`);
    stopOnSignal(async () => {
      await server.close();
      onDown();
    }, log);
    onUp(server, log.write);
  } catch (error) {
    onDown();
    if (!(error instanceof SettingsError || error instanceof ListenError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
