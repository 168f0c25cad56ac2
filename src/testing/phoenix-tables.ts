import type { CellValue, PhoenixType } from '../emulator/cluster/phoenix-types.ts';
import type { Column, Table } from '../emulator/tables/table.ts';

/** The tables of e2e/phoenix/sample-tables.sql, for a sample cluster that is compared with the real server. */

function column(
  name: string,
  type: PhoenixType,
  values: readonly CellValue[],
  size: number | null = null,
): Column {
  return { name, type, size, isNullable: name !== 'ID', valueIn: (row) => values[row] ?? null };
}

const allTypes: Table = {
  schema: null,
  name: 'ALL_TYPES',
  kind: 'TABLE',
  rowCount: 2,
  columns: [
    column('ID', 'INTEGER', [1, 2]),
    column('A_TINYINT', 'TINYINT', [127]),
    column('A_SMALLINT', 'SMALLINT', [-32_768]),
    column('A_BIGINT', 'BIGINT', [9_007_199_254_740_993n]),
    column('AN_UNSIGNED_INT', 'UNSIGNED_INT', [2_147_483_647]),
    column('AN_UNSIGNED_LONG', 'UNSIGNED_LONG', [9_223_372_036_854_775_807n]),
    column('A_FLOAT', 'FLOAT', [1.5]),
    column('A_DOUBLE', 'DOUBLE', [-2.25]),
    column('A_DECIMAL', 'DECIMAL', ['1234567890.5'], 20),
    column('A_BOOLEAN', 'BOOLEAN', [true]),
    column('A_CHAR', 'CHAR', ['fixed'], 5),
    column('A_VARCHAR', 'VARCHAR', ['text with 渡辺 and "quotes"']),
    column('A_DATE', 'DATE', [20_783]),
    column('A_TIME', 'TIME', [49_530_000]),
    column('A_TIMESTAMP', 'TIMESTAMP', [1_795_700_730_125]),
    column('A_BINARY', 'BINARY', [Uint8Array.of(0x00, 0xff, 0x10, 0xab)], 4),
    column('A_VARBINARY', 'VARBINARY', [Uint8Array.of(0xca, 0xfe)]),
    column('SOME_INTEGERS', 'INTEGER ARRAY', [[1, 2, 3]]),
    column('SOME_TEXTS', 'VARCHAR ARRAY', [['a', 'b']]),
  ],
};

function table(schema: string, name: string, columns: readonly Column[], rest: Partial<Table> = {}): Table {
  return { schema, name, kind: 'TABLE', rowCount: 3, columns, ...rest };
}

const readings = table(
  'TELEMETRY',
  'READINGS',
  [
    {
      ...column('DEVICE_ID', 'VARCHAR', []),
      valueIn: (row) => `device-${String(row % 250).padStart(3, '0')}`,
    },
    { ...column('READING_NO', 'BIGINT', []), valueIn: (row) => row },
    { ...column('TEMPERATURE', 'DOUBLE', []), valueIn: (row) => row / 10 },
  ],
  { rowCount: 100_000 },
);

export const phoenixTables: readonly Table[] = [
  allTypes,
  table('RETAIL', 'CUSTOMERS', [column('CUSTOMER_ID', 'BIGINT', [1, 2, 9_007_199_254_740_993n])]),
  table('RETAIL', 'ORDERS', [column('ORDER_ID', 'BIGINT', [1001, 1002, 1003])]),
  readings,
  table(
    'mixedCase',
    'customerNotes',
    [
      { ...column('noteId', 'INTEGER', [1]), isNullable: false },
      column('noteText', 'VARCHAR', ['Quoted names keep their case.']),
    ],
    { rowCount: 1 },
  ),
  table('RETAIL', 'LARGE_ORDERS', [column('ORDER_ID', 'BIGINT', [1001, 1003])], {
    kind: 'VIEW',
    rowCount: 2,
  }),
];
