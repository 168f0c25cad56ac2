import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readValues } from '../../emulator/connections/field-kind.ts';
import { at } from './fact.ts';
import type { Observations } from './observe.ts';

/** Writes each connection spec that was seen into its own file, named after its ID. Returns how many were written. */
export async function saveSpecs({ answers }: Observations, folder: string): Promise<number> {
  const specs = new Map<string, unknown>();
  for (const name of ['specs', 'phoenixSpec'] as const) {
    for (const spec of readValues(answers.get(name)?.body, 'items[]')) {
      const id = at(spec, 'id');
      // The ID becomes a file name.
      if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id)) specs.set(id, spec);
    }
  }
  if (specs.size > 0) await mkdir(folder, { recursive: true });
  for (const [id, spec] of specs) {
    await writeFile(join(folder, `${id}.json`), `${JSON.stringify(spec, null, 2)}\n`);
  }
  return specs.size;
}
