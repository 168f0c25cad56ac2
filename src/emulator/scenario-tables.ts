import { type Table, codeColumn, numberColumn, textColumn, timeColumn } from './table.ts';

const eventColumns = [
  codeColumn('EVENT_ID', 'E'),
  textColumn('KIND', ['open', 'close']),
  timeColumn('AT', '2024-05-02T00:00:00Z', 15),
];

/** A database that nobody tidied up. */
export const manyTables: readonly Table[] = Array.from({ length: 10_000 }, (_, index) => ({
  path: `ARCHIVE.EVENTS_${String(index + 1).padStart(5, '0')}`,
  columns: eventColumns,
}));

const unusualColumns = [
  codeColumn('"Mixed Case"', 'E'),
  textColumn('größe/size', ['12 "', "7 '", '', '<b>bold</b>', '🚀 ' + 'wide '.repeat(60)]),
  textColumn('اسم', ['مرحبا', 'שלום', '日本']),
  numberColumn('C'.repeat(500), -5, 10),
];

/** Names that break what was never tried with them. */
export const unusualTables: readonly Table[] = [
  'RETAIL."Order Lines"',
  '"Sales/2024/Q1"."north\\south"',
  "O'BRIEN & SONS.STOCK",
  ' LEADING AND TRAILING ',
  '100%?#&=+;,:@.%2F',
  '../../ETC',
  '<img src=x onerror=alert(1)>.T',
  '日本語.テーブル',
  'عربي.جدول',
  'ЗАКАЗЫ.ÉTÉ',
  '🚀.👩‍👩‍👧',
  `LONG.${'X'.repeat(495)}`,
].map((path) => ({ path, columns: unusualColumns }));
