import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnvironmentFile } from './parse-environment-file.ts';
import { SettingsError, secretSettingNames } from './settings.ts';

const fileName = '.env.local';

/**
 * The variables of the process, which override those of `.env.local` in the folder. The file is optional.
 * @throws {SettingsError}
 */
export function readEnvironment(folder: string): Record<string, string | undefined> {
  const bytes = readOptional(join(folder, fileName));
  const file = parseEnvironmentFile(bytes === null ? '' : decode(bytes), fileName, secretSettingNames);
  if ('mistakes' in file) throw new SettingsError(file.mistakes.join('\n'));
  if ('NODE_EXTRA_CA_CERTS' in file.variables) {
    throw new SettingsError(
      `NODE_EXTRA_CA_CERTS has no effect in ${fileName} because Node.js reads it at startup. ` +
        'Set it in the shell or in the service that starts the server.',
    );
  }
  return { ...file.variables, ...process.env };
}

function readOptional(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
    if (code === 'ENOENT') return null;
    throw new SettingsError(explain(code));
  }
}

function explain(code: string): string {
  switch (code) {
    case 'EISDIR':
      return `${fileName} is a folder but must be a file. Rename or remove it.`;
    case 'EACCES':
    case 'EPERM':
      return `You don't have permission to read ${fileName}. Change its owner to the user that runs the server, or remove it.`;
    default:
      return `${fileName} cannot be read (${code}). Replace or remove it.`;
  }
}

/** Removes a byte order mark. */
function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Invalid UTF-8 leads to the same message.
  }
  throw new SettingsError(`${fileName} is not UTF-8 text. Save it as UTF-8 in your editor.`);
}
