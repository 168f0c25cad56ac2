import type { ExploredObject } from '../flow-service/explore.ts';

/** The tables whose name or path holds every word of a text, in whichever case; all of them for no word. */
export function searchTables(tables: readonly ExploredObject[], text: string): readonly ExploredObject[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return tables;
  return tables.filter(({ name, path }) => {
    const searched = `${name} ${path}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
