import { existsSync, readFileSync } from 'node:fs';
import type * as z from 'zod/mini';

/** What a runner of tests has written; null when it wrote nothing. */
export function readReport<Report>(path: string, schema: z.ZodMiniType<Report>): Report | null {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
