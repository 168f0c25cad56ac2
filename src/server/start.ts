import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ListenError } from './listen.ts';
import { readEnvironment } from './read-environment.ts';
import { SettingsError, readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

/** `npm start`: serves the built page and the proxy; builds first when there is no build. */
const project = fileURLToPath(new URL('../..', import.meta.url));
const built = fileURLToPath(new URL('../../dist', import.meta.url));

try {
  const settings = readSettings(readEnvironment(project));
  if (!existsSync(`${built}/index.html`)) {
    const { build } = await import('vite');
    await build({ root: project });
  }
  const server = await startServer(settings, built, printSoon);
  print(`The wizard is on ${server.origin} and talks to ${server.service}.`);
  stopOnSignal(server.close);
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof ListenError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
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
