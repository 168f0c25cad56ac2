import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { noSettings } from './no-settings.ts';

interface Running {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Resident memory in MiB. */
  readonly memory: () => number;
  /** Tells it to stop, once; resolves with its exit code when it has ended, null when a signal has ended it. */
  readonly stop: () => Promise<number | null>;
  /** Resolves when it has ended. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a program of the project on a free port, with these settings and no others, and waits until it prints its
 * address.
 * @throws when it ends before that.
 */
export function startProgram(
  program: string,
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Running> {
  return startCommand([process.execPath, '--import', 'tsx', program, ...options], settings);
}

/** The same for any command. */
export async function startCommand(
  [command, ...parameters]: readonly [string, ...string[]],
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(command, parameters, {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      ...process.env,
      ...noSettings,
      ...settings,
      PORT: '0',
      // What it prints is read, and Playwright asks for colours.
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      // It ends with npm without the help that the servers of the tests get.
      NODE_OPTIONS: undefined,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const address = / (?:is running on|listens on|Local:) +(http:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      // Nobody reads what it prints later, which must not fill the pipe.
      child.stdout.resume();
      return {
        origin: new URL(address).origin,
        memory: () =>
          Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
        stop: async () => {
          child.kill();
          const [code] = await ended;
          return code;
        },
        close: async () => {
          // The second signal does not wait for answers that nobody is going to read.
          child.kill();
          child.kill();
          await ended;
        },
      };
    }
  }
  throw new Error(`${[command, ...parameters].join(' ')} exited before it printed its address.`);
}
