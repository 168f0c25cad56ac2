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
  /** Sends one stop signal. Resolves with the exit code, or with null when a signal ended the program. */
  readonly stop: () => Promise<number | null>;
  /** Resolves when the program has ended. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a program of the project on a free port, with only these settings, and waits until it prints its address.
 * @throws when it ends before that.
 */
export function startProgram(
  program: string,
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Running> {
  return startCommand([process.execPath, '--import', 'tsx', program, ...options], settings);
}

/** The same for any command, which runs in this folder. */
export async function startCommand(
  [command, ...parameters]: readonly [string, ...string[]],
  settings: Readonly<Record<string, string>>,
  folder = fileURLToPath(new URL('../../..', import.meta.url)),
): Promise<Running> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: {
      ...process.env,
      ...noSettings,
      ...settings,
      PORT: '0',
      // The output is parsed, but Playwright asks for colours.
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      // The program must end with npm alone, without the module that ends the servers of other tests.
      NODE_OPTIONS: undefined,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const address = / (?:is running on|listens on|Local:) +(http:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      // The later output is discarded, so that it does not fill the pipe.
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
          // The second signal ends the program without waiting for answers that are never read.
          child.kill();
          child.kill();
          await ended;
        },
      };
    }
  }
  throw new Error(`${[command, ...parameters].join(' ')} exited before it printed its address.`);
}
