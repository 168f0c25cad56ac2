import type { CellValue, PhoenixType } from '../cluster/phoenix-types.ts';

/** A table of the sample cluster. */
export interface Table {
  readonly schema: string | null;
  readonly name: string;
  readonly kind: 'TABLE' | 'VIEW';
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: PhoenixType;
  /** Number of digits or characters, if the type is declared with it. */
  readonly size: number | null;
  readonly isNullable: boolean;
  /** The value in a row, counted from 0. It is the same on every call. */
  readonly valueIn: (row: number) => CellValue;
}

/** A table that generates as many rows as the query reads. */
export function sampleTable(schema: string | null, name: string, columns: readonly Column[]): Table {
  return { schema, name, kind: 'TABLE', rowCount: 250, columns };
}

function column(name: string, type: PhoenixType, valueIn: Column['valueIn']): Column {
  return { name, type, size: null, isNullable: true, valueIn };
}

/** `C-1001`, `C-1002` and so on. */
export function codeColumn(name: string, prefix: string): Column {
  return column(name, 'VARCHAR', (row) => `${prefix}-${1001 + row}`);
}

/** Repeats the words in order. */
export function textColumn(name: string, words: readonly [string, ...string[]]): Column {
  return column(name, 'VARCHAR', (row) => words[row % words.length] ?? words[0]);
}

/** Numbers with two decimals that vary between `least` and `least` plus `span`. */
export function numberColumn(name: string, least: number, span: number): Column {
  // 0.618... is the golden ratio: it distributes the values evenly and never repeats.
  return column(
    name,
    'DOUBLE',
    (row) => Math.round((least + (((row + 1) * 0.618_034 * span) % span)) * 100) / 100,
  );
}

/** Whole numbers from `least` to `most`. */
export function countColumn(name: string, least: number, most: number): Column {
  return column(name, 'INTEGER', (row) => least + ((row * 7) % (most - least + 1)));
}

/** False in every `period`-th row. */
export function flagColumn(name: string, period: number): Column {
  return column(name, 'BOOLEAN', (row) => row % period !== period - 1);
}

/** Times that are `minutes` apart. */
export function timeColumn(name: string, first: string, minutes: number): Column {
  return column(name, 'TIMESTAMP', (row) => Date.parse(first) + row * minutes * 60_000);
}
