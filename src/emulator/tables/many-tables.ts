import { type Table, codeColumn, sampleTable, textColumn, timeColumn } from './table.ts';

const eventColumns = [
  codeColumn('EVENT_ID', 'E'),
  textColumn('KIND', ['open', 'close']),
  timeColumn('AT', '2024-05-02T00:00:00Z', 15),
];

/** A database with very many tables. */
export const manyTables: readonly Table[] = Array.from({ length: 10_000 }, (_, index) =>
  sampleTable('ARCHIVE', `EVENTS_${String(index + 1).padStart(5, '0')}`, eventColumns),
);
