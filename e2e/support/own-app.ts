import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An app that runs for a test alone. */
interface OwnApp {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts the built app as `npm start` does, on a free port: with these settings, and else on a Flow Service of its own. */
export function startOwnApp(settings: Readonly<Record<string, string>>): Promise<OwnApp> {
  return startApp('src/server/start.ts', settings);
}

/** Starts the built app as `npm run demo` does, on a free port. */
export function startDemo(): Promise<OwnApp> {
  return startApp('src/server/demo.ts', { BROWSER: 'none' });
}

async function startApp(program: string, settings: Readonly<Record<string, string>>): Promise<OwnApp> {
  const server = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, AEP_GATEWAY_URL: '', HOST: '', ...settings, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface(server.stdout)) {
    const origin = /^The wizard is on (\S+)/.exec(line)?.[1];
    if (origin !== undefined) {
      // Nobody reads the access log, which must not fill the pipe.
      server.stdout.resume();
      return {
        origin,
        close: async () => {
          // The second signal does not wait for answers that nobody is going to read.
          server.kill();
          server.kill();
          await ended;
        },
      };
    }
  }
  throw new Error('The app ended before it said where it is.');
}
