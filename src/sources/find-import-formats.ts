import type { ImportFormats } from './import-formats.ts';
import { phoenixFormats } from './phoenix/import-formats.ts';
import { phoenix } from './phoenix/phoenix.ts';
import type { Source } from './source.ts';

/** Apart from the sources themselves, which the first page needs, so that it does not load what reads addresses. */
const formats: ReadonlyMap<string, ImportFormats> = new Map([[phoenix.slug, phoenixFormats]]);

/** How people write down a database of a source; null where no way is known. */
export function findImportFormats({ slug }: Pick<Source, 'slug'>): ImportFormats | null {
  return formats.get(slug) ?? null;
}
