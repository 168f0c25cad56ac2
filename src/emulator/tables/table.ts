/** A table of the pretended database. */
export interface Table {
  /** Phoenix writes `SCHEMA.TABLE`, upper case unless quoted (inferred, contract 6.5). */
  readonly path: string;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'double' | 'boolean';
  readonly isTime: boolean;
  /** The value in a row, counted from 0: always the same one. */
  readonly valueIn: (row: number) => string | number | boolean;
}

const previewRows = 10;

/** A table as `explore` answers it (T-TAB): its columns, and sample rows when a preview was asked for. */
export function toExploredTable({ columns }: Table, preview: boolean) {
  const rows = Array.from({ length: previewRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, valueIn }) => [name, valueIn(row)])),
  );
  return {
    format: 'flat',
    schema: { columns: columns.map((column) => toExploredColumn(column)) },
    ...(preview && { data: rows }),
  };
}

function toExploredColumn({ name, type, isTime }: Column) {
  if (isTime) return { name, type, 'meta:xdmType': 'date-time', xdm: { type, format: 'date-time' } };
  return { name, type, xdm: { type: type === 'double' ? 'number' : type } };
}

/** `C-1001`, `C-1002` and so on. */
export function codeColumn(name: string, prefix: string): Column {
  return { name, type: 'string', isTime: false, valueIn: (row) => `${prefix}-${1001 + row}` };
}

/** The words in turn. */
export function textColumn(name: string, words: readonly [string, ...string[]]): Column {
  return { name, type: 'string', isTime: false, valueIn: (row) => words[row % words.length] ?? words[0] };
}

/** Numbers with two decimals that wander through `span` from `least` on. */
export function numberColumn(name: string, least: number, span: number): Column {
  return {
    name,
    type: 'double',
    isTime: false,
    // 0.618...: the golden ratio spreads them evenly and never repeats.
    valueIn: (row) => Math.round((least + (((row + 1) * 0.618_034 * span) % span)) * 100) / 100,
  };
}

/** Whole numbers from `least` to `most`. */
export function countColumn(name: string, least: number, most: number): Column {
  return { name, type: 'double', isTime: false, valueIn: (row) => least + ((row * 7) % (most - least + 1)) };
}

/** False in every `period`-th row. */
export function flagColumn(name: string, period: number): Column {
  return { name, type: 'boolean', isTime: false, valueIn: (row) => row % period !== period - 1 };
}

/** Times of ISO 8601, `minutes` apart. */
export function timeColumn(name: string, first: string, minutes: number): Column {
  return {
    name,
    type: 'string',
    isTime: true,
    valueIn: (row) => new Date(Date.parse(first) + row * minutes * 60_000).toISOString(),
  };
}
