import { type Table, codeColumn, numberColumn, sampleTable, textColumn } from './table.ts';

const unusualColumns = [
  codeColumn('"Mixed Case"', 'E'),
  textColumn('größe/size', ['12 "', "7 '", '', '<b>bold</b>', '🚀 ' + 'wide '.repeat(60)]),
  textColumn('اسم', ['مرحبا', 'שלום', '日本']),
  numberColumn('C'.repeat(500), -5, 10),
];

/** Unusual table names that may break clients that were not tested with them. */
export const unusualTables: readonly Table[] = [
  sampleTable('RETAIL', 'Order Lines', unusualColumns),
  sampleTable('Sales/2024/Q1', 'north\\south', unusualColumns),
  sampleTable(null, "O'BRIEN & SONS.STOCK", unusualColumns),
  sampleTable(null, ' LEADING AND TRAILING ', unusualColumns),
  sampleTable(null, '100%?#&=+;,:@.%2F', unusualColumns),
  sampleTable(null, '../../ETC', unusualColumns),
  sampleTable('<img src=x onerror=alert(1)>', 'T', unusualColumns),
  sampleTable('日本語', 'テーブル', unusualColumns),
  sampleTable('عربي', 'جدول', unusualColumns),
  sampleTable('ЗАКАЗЫ', 'ÉTÉ', unusualColumns),
  sampleTable('🚀', '👩‍👩‍👧', unusualColumns),
  sampleTable('LONG', 'X'.repeat(495), unusualColumns),
];
