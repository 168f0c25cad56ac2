import { parseArgs } from 'node:util';
import { SettingsError } from './settings.ts';

/**
 * The variables that options of the command line replace: `--host` is HOST, and `--port` is PORT.
 * @param words The words after the name of the script.
 * @throws {SettingsError}
 */
export function readCommandLine(words: readonly string[]): { HOST?: string; PORT?: string } {
  try {
    const { host, port } = parseArgs({
      args: [...words],
      options: { host: { type: 'string' }, port: { type: 'string' } },
    }).values;
    return { ...(host !== undefined && { HOST: host }), ...(port !== undefined && { PORT: port }) };
  } catch {
    throw new SettingsError(
      `${words.join(' ')} is not recognized. Use --host with a host name or an address, and --port with a number.`,
    );
  }
}
