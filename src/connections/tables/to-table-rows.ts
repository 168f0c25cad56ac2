import type { ExploredObject, ExploredColumn, ExploredTable } from '../../flow-service/schemas/explore.ts';
import { searchByWords } from '../search-by-words.ts';
import { shorten } from '../../ui/display-text.ts';

/** Name, type and XDM type of each column, to show. */
export function toColumnRows(columns: readonly ExploredColumn[]): readonly (readonly string[])[] {
  return columns.map((column) => [columnHeading(column), shorten(column.type, 100), describeXdm(column)]);
}

/** What a column is called above its values. */
export function columnHeading({ name }: ExploredColumn): string {
  return name === '' ? '(no name)' : shorten(name, 300);
}

/** How many sample rows are shown. */
export const mostSampleRows = 20;

/** The first sample rows, each with a text for each of the columns; null when the service gave none. */
export function toSampleRows(
  columns: readonly ExploredColumn[],
  data: ExploredTable['data'],
): readonly (readonly string[])[] | null {
  if (data === undefined) return null;
  // A column may be called what every object has, such as constructor.
  return data
    .slice(0, mostSampleRows)
    .map((row) => columns.map(({ name }) => (Object.hasOwn(row, name) ? describeValue(row[name]) : '')));
}

/** `meta:xdmType` is the more exact one: a date-time is a string in `xdm.type` (T-TAB). */
function describeXdm({ 'meta:xdmType': exact, xdm }: ExploredColumn): string {
  return shorten(exact ?? xdm?.type ?? '', 100);
}

function describeValue(value: unknown): string {
  // JSON has no word for a number as large as 1e400.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return shorten(text, 300);
}

/** The tables whose name or path holds every word of a text, in whichever case; all of them for no word. */
export function searchTables(tables: readonly ExploredObject[], text: string): readonly ExploredObject[] {
  return searchByWords(tables, text, ({ name, path }) => `${name} ${path}`);
}
