import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ListenError } from '../emulator/listen.ts';
import { type Settings, SettingsError } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** Where this project is on the disk. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

const built = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Serves the built page and the proxy until a signal comes; builds first when there is no build. What the person who
 * started it has to mend is said in a line, and ends the process with 1.
 */
export async function serveBuild(
  readSettings: () => Settings,
  onUp: (server: RunningServer) => void,
  onDown: () => void,
): Promise<void> {
  try {
    const settings = readSettings();
    if (!existsSync(`${built}/index.html`)) {
      const { build } = await import('vite');
      await build({ root: projectFolder });
    }
    const server = await startServer(settings, built, printSoon);
    print(`The wizard is on ${server.origin} and talks to ${server.service}.`);
    stopOnSignal(async () => {
      await server.close();
      onDown();
    });
    onUp(server);
  } catch (error) {
    onDown();
    if (!(error instanceof SettingsError || error instanceof ListenError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The first signal lets everything under way be answered; a second one does not wait. */
function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void close();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** Writing can block, so an answer goes out before the line about it. */
function printSoon(line: string): void {
  setImmediate(print, line);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
