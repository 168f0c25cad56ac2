import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** The process's environment over what `.env.local` in the folder says; the file may be absent. */
export function readEnvironment(folder: string): Record<string, string | undefined> {
  return { ...parseEnv(readOptional(join(folder, '.env.local'))), ...process.env };
}

function readOptional(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
