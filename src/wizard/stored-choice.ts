import * as z from 'zod/mini';
import { readFromTab } from '../session/tab-storage.ts';
import { choiceKey, keyEnd } from './draft.ts';

/** The source that was chosen in this tab, by what is needed to make it again. */
export interface Choice {
  readonly slug: string;
  readonly spec: object | null;
}

const draftOfChoice = z.object({ spec: z.nullable(z.record(z.string(), z.unknown())) });

/** null when no source was chosen. */
export function loadChoice(storage: Storage | null): Choice | null {
  const slug = readFromTab(storage, choiceKey, z.string());
  if (slug === null) return null;
  return { slug, spec: readFromTab(storage, `${slug}${keyEnd}`, draftOfChoice)?.spec ?? null };
}

/** Deletes the drafts of all sources. */
export function clearDrafts(storage: Storage | null): void {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
  for (const key of keys) if (key.endsWith(keyEnd)) storage?.removeItem(key);
}
