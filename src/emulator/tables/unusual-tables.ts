import { type Table, codeColumn, numberColumn, textColumn } from './table.ts';

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
