import { existsSync, readFileSync } from 'node:fs';
import type * as z from 'zod/mini';

/** Reads the report of a test runner, or returns null when there is none. */
export function readReport<Report>(path: string, schema: z.ZodMiniType<Report>): Report | null {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
