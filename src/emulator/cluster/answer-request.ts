import * as z from 'zod/mini';
import { typedValue } from '../../query-server/operations.ts';
import { type QueryValue, readTypedValue } from '../../query-server/typed-value.ts';
import type { MessageFields, ReadMessage } from '../../query-server/wire-message.ts';
import { readTableName } from '../../query-server/table-name.ts';
import type { Table } from '../tables/table.ts';
import {
  type CellValue,
  type PhoenixType,
  phoenixTypes,
  toColumnMetaData,
  toColumnValue,
} from './phoenix-types.ts';

/** The state of one connection to a query server. */
export interface ClusterConnection {
  /** Keyed by statement ID. */
  readonly statements: Map<number, ResultRows>;
  /** The SQL of prepared statements, keyed by statement ID. */
  readonly prepared: Map<number, string>;
  lastStatement: number;
}

interface ResultRows {
  readonly columns: readonly { readonly name: string; readonly type: PhoenixType }[];
  readonly count: number;
  readonly rowAt: (index: number) => readonly CellValue[];
}

/** A message of avatica.proto, and its HTTP status. */
export interface ClusterAnswer {
  readonly status: 200 | 500;
  readonly name: string;
  readonly fields: MessageFields;
}

/** The content of the database: its tables and its description. */
export interface ClusterDatabase {
  readonly tables: readonly Table[];
  readonly version: string;
  /** What is wrong with the query server or with HBase, if it concerns single requests. */
  readonly answer?: string;
}

/**
 * A client that is interrupted does not close its connection. A real server forgets unused connections after ten
 * minutes; this one forgets the connection that was used least recently.
 */
const maxConnections = 200;

const executeRequest = z.object({
  statementHandle: z.object({ connectionId: z.string(), id: z.number() }),
  parameterValues: z.array(typedValue),
  firstFrameMaxSize: z.number(),
});

/** The answer of a query server to one request. Updates the connections. */
export function answerRequest(
  { name, fields }: ReadMessage,
  connections: Map<string, ClusterConnection>,
  database: ClusterDatabase,
): ClusterAnswer {
  const handle = executeRequest.safeParse(fields).data?.statementHandle;
  const id = handle?.connectionId ?? String(fields['connectionId']);
  if (name === 'OpenConnectionRequest') {
    if (database.answer === 'otherNamespaces') {
      return bad('ERROR 726 (43M10): Inconsistent namespace mapping properties.');
    }
    keep(connections, id, { statements: new Map(), prepared: new Map(), lastStatement: -1 });
    return good('OpenConnection', {});
  }
  const connection = connections.get(id);
  if (connection === undefined || database.answer === 'forgotten') {
    return bad('', `org.apache.calcite.avatica.NoSuchConnectionException: ${id}`);
  }
  keep(connections, id, connection);
  switch (name) {
    case 'CloseConnectionRequest':
      connections.delete(id);
      return good('CloseConnection', {});
    case 'DatabasePropertyRequest':
      return good('DatabaseProperty', { props: toProperties(database) });
    case 'TablesRequest':
      if (database.answer === 'noCatalog') {
        return bad('ERROR 1012 (42M03): Table undefined. tableName=SYSTEM.CATALOG');
      }
      return good('ResultSet', remember(connection, listTables(database.tables), Infinity));
    case 'ColumnsRequest':
      return good('ResultSet', remember(connection, listColumns(database.tables, fields), Infinity));
    case 'CreateStatementRequest':
      connection.lastStatement += 1;
      return good('CreateStatement', { statementId: connection.lastStatement });
    case 'CloseStatementRequest':
      connection.statements.delete(Number(fields['statementId']));
      return good('CloseStatement', {});
    case 'PrepareAndExecuteRequest':
      return execute(connection, fields, database.tables);
    case 'PrepareRequest':
      connection.lastStatement += 1;
      connection.prepared.set(connection.lastStatement, String(fields['sql']));
      return good('Prepare', { statement: { connectionId: id, id: connection.lastStatement } });
    case 'ExecuteRequest': {
      const { statementHandle, parameterValues, firstFrameMaxSize } = executeRequest.parse(fields);
      const sql = connection.prepared.get(statementHandle.id);
      if (sql === undefined) return good('Execute', { missingStatement: true });
      const rest = { sql, statementId: statementHandle.id, firstFrameMaxSize };
      return execute(connection, rest, database.tables, parameterValues.map(readTypedValue));
    }
    case 'FetchRequest':
      return fetchFrame(connection, fields);
    default:
      return bad(`The sample cluster does not support ${name}.`);
  }
}

/** The last entry is the connection that was used last. */
function keep(connections: Map<string, ClusterConnection>, id: string, connection: ClusterConnection): void {
  connections.delete(id);
  connections.set(id, connection);
  const [oldest] = connections.keys();
  if (connections.size > maxConnections && oldest !== undefined) connections.delete(oldest);
}

function good(name: string, fields: MessageFields): ClusterAnswer {
  return { status: 200, name: `${name}Response`, fields };
}

function bad(errorMessage: string, exception = errorMessage): ClusterAnswer {
  return {
    status: 500,
    name: 'ErrorResponse',
    fields: { errorMessage, exceptions: [exception], hasExceptions: true },
  };
}

/** Reads one table. A condition compares columns with parameters, as in `WHERE ID = ? AND NAME = ?`. */
function execute(
  connection: ClusterConnection,
  fields: MessageFields,
  tables: readonly Table[],
  parameters: readonly QueryValue[] = [],
): ClusterAnswer {
  const [, path, condition = '', limit] =
    /^SELECT \* FROM (.+?)(?: WHERE ((?: ?(?:AND )?\w+ = \?)+))?(?: LIMIT (\d+))?$/s.exec(
      String(fields['sql']),
    ) ?? [];
  const wanted = path === undefined ? null : readTableName(path);
  if (wanted === null) return bad('ERROR 601 (42P00): Syntax error.');
  const table = tables.find(({ schema, name }) => schema === wanted.schema && name === wanted.name);
  if (table === undefined) return bad(`ERROR 1012 (42M03): Table undefined. tableName=${path}`);
  const { columns, rowCount } = table;
  const compared = [...condition.matchAll(/(\w+) =/g)].map(([, column]) => column);
  const isWanted = (index: number) =>
    compared.every((column, position) => {
      const cell = columns.find(({ name }) => name === column)?.valueIn(index);
      return String(cell) === String(parameters[position]);
    });
  const wantedRows =
    compared.length === 0 ? null : Array.from({ length: rowCount }, (_, index) => index).filter(isWanted);
  const count = wantedRows?.length ?? rowCount;
  const rows = {
    columns,
    count: Math.min(count, limit === undefined ? count : Number(limit)),
    rowAt: (index: number) => columns.map(({ valueIn }) => valueIn(wantedRows?.[index] ?? index)),
  };
  const first = Number(fields['firstFrameMaxSize']);
  const result = remember(connection, rows, first, Number(fields['statementId']));
  return good('Execute', { results: [result] });
}

function fetchFrame({ statements }: ClusterConnection, fields: MessageFields): ClusterAnswer {
  const rows = statements.get(Number(fields['statementId']));
  if (rows === undefined) return good('Fetch', { missingStatement: true, missingResults: true });
  return good('Fetch', { frame: toFrame(rows, Number(fields['offset']), Number(fields['frameMaxSize'])) });
}

/** A result that includes its first frame. The client fetches the other frames. */
function remember(connection: ClusterConnection, rows: ResultRows, frameSize: number, statement?: number) {
  const statementId = statement ?? (connection.lastStatement += 1);
  connection.statements.set(statementId, rows);
  return {
    statementId,
    signature: { columns: rows.columns.map(({ name, type }) => toColumnMetaData(name, type)) },
    firstFrame: toFrame(rows, 0, frameSize),
  };
}

function toFrame({ columns, count, rowAt }: ResultRows, offset: number, frameSize: number) {
  const size = Math.max(0, Math.min(count - offset, frameSize <= 0 ? count : frameSize));
  const rows = Array.from({ length: size }, (_, index) => ({
    value: rowAt(offset + index).map((value, column) =>
      toColumnValue(value, columns[column]?.type ?? 'VARCHAR'),
    ),
  }));
  // A full frame is never marked as the last one, because the server does not look ahead.
  return { offset: BigInt(offset), done: frameSize <= 0 || size < frameSize, rows };
}

function toProperties({ version }: ClusterDatabase) {
  return Object.entries({ GET_DATABASE_PRODUCT_NAME: 'Phoenix', GET_DATABASE_PRODUCT_VERSION: version }).map(
    ([name, stringValue]) => ({ key: { name }, value: { type: 'STRING', stringValue } }),
  );
}

function listTables(tables: readonly Table[]): ResultRows {
  return toRows(
    { TABLE_SCHEM: 'VARCHAR', TABLE_NAME: 'VARCHAR', TABLE_TYPE: 'VARCHAR' },
    tables.map(({ schema, name, kind }) => [schema, name, kind]),
  );
}

/** Special characters in JDBC patterns are escaped, because the client asks for an exact name. */
function listColumns(tables: readonly Table[], fields: MessageFields): ResultRows {
  const schema = unescapePattern(fields['schemaPattern']);
  const name = unescapePattern(fields['tableNamePattern']);
  const table = tables.find((one) => (one.schema ?? '') === schema && one.name === name);
  return toRows(
    {
      COLUMN_NAME: 'VARCHAR',
      DATA_TYPE: 'INTEGER',
      TYPE_NAME: 'VARCHAR',
      COLUMN_SIZE: 'INTEGER',
      NULLABLE: 'INTEGER',
    },
    (table?.columns ?? []).map((column) => [
      column.name,
      phoenixTypes[column.type].id,
      column.type,
      column.size,
      column.isNullable ? 1 : 0,
    ]),
  );
}

function toRows(
  columns: Readonly<Record<string, PhoenixType>>,
  rows: readonly (readonly CellValue[])[],
): ResultRows {
  return {
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    count: rows.length,
    rowAt: (index) => rows[index] ?? [],
  };
}

function unescapePattern(pattern: unknown): string {
  return String(pattern).replaceAll(/\\(.)/gs, '$1');
}
