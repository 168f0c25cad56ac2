import type { ExploredObject } from '../../flow-service/schemas/explore.ts';
import { searchByWords } from '../search-by-words.ts';

/** The tables whose name or path holds every word of a text, in whichever case; all of them for no word. */
export function searchTables(tables: readonly ExploredObject[], text: string): readonly ExploredObject[] {
  return searchByWords(tables, text, ({ name, path }) => `${name} ${path}`);
}
