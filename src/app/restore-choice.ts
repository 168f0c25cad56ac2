import { defineLive } from '../sources/live/define-live.ts';
import { type Definition, defineDocumented } from '../sources/live/definition.ts';
import { findEntryBySlug } from '../sources/source-index.ts';
import type { Choice } from '../wizard/draft.ts';

/** Makes the source that a tab chose before its reload; null when that is no longer possible. */
export async function restoreChoice({ slug, spec }: Choice): Promise<Definition | null> {
  const builtIn = (await findEntryBySlug(slug)?.load()) ?? null;
  if (spec !== null) return defineLive(builtIn, spec, slug);
  return builtIn === null ? null : defineDocumented(builtIn);
}
