import type { ExploredObject, ExploredColumn, ExploredTable } from '../../flow-service/schemas/explore.ts';
import { searchByWords } from '../../ui/search-by-words.ts';
import { shorten } from '../../ui/display-text.ts';

/** The name, type and XDM type of each column. */
export function toColumnRows(columns: readonly ExploredColumn[]): readonly (readonly string[])[] {
  return columns.map((column) => [columnHeading(column), shorten(column.type, 100), describeXdm(column)]);
}

/** The heading of a column in the sample rows. */
export function columnHeading({ name }: ExploredColumn): string {
  return name === '' ? '(no name)' : shorten(name, 300);
}

/** The maximum number of sample rows. */
export const mostSampleRows = 20;

/** The first sample rows, each with one text per column, or null when the service returned none. */
export function toSampleRows(
  columns: readonly ExploredColumn[],
  data: ExploredTable['data'],
): readonly (readonly string[])[] | null {
  if (data === undefined) return null;
  // A column may have the name of an inherited property, such as constructor.
  return data
    .slice(0, mostSampleRows)
    .map((row) => columns.map(({ name }) => (Object.hasOwn(row, name) ? describeValue(row[name]) : '')));
}

/** `meta:xdmType` is more exact: a date-time is a string in `xdm.type` (T-TAB). */
function describeXdm({ 'meta:xdmType': exact, xdm }: ExploredColumn): string {
  return shorten(exact ?? xdm?.type ?? '', 100);
}

function describeValue(value: unknown): string {
  // JSON cannot represent a number as large as 1e400.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return shorten(text, 300);
}

/**
 * The tables whose name, path or known columns contain every word of the text, in any case. An empty text matches all
 * tables.
 */
export function searchTables(
  tables: readonly ExploredObject[],
  text: string,
  knownColumns: (path: string) => readonly ExploredColumn[],
): readonly ExploredObject[] {
  return searchByWords(tables, text, ({ name, path }) =>
    [name, path, ...knownColumns(path).map((column) => column.name)].join(' '),
  );
}
