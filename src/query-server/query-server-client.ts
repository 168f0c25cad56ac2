import { randomUUID } from 'node:crypto';
import {
  type QueryServerAddress,
  type Transport,
  type TransportOptions,
  createTransport,
} from './http-transport.ts';
import { type Frame, type Operation, type ResultSetAnswer, operations } from './operations.ts';
import { QueryServerError } from './query-server-error.ts';
import { readReply } from './read-reply.ts';
import { type QueryValue, readColumnValue, writeTypedValue } from './typed-value.ts';
import { type MessageFields, writeMessage } from './wire-message.ts';

export interface DatabaseProduct {
  /** For example `Phoenix`. */
  readonly name: string;
  /** For example `5.2`. */
  readonly version: string;
}

export interface QueryTable {
  readonly schema: string | null;
  readonly name: string;
  readonly kind: 'table' | 'view';
}

export interface QueryColumn {
  readonly name: string;
  /** Phoenix's name of the type, for example `UNSIGNED_LONG` or `VARCHAR ARRAY`. */
  readonly type: string;
  /** Number of digits or characters, if the type has a size. */
  readonly size: number | null;
  readonly isNullable: boolean;
}

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Rows in frames. The next frame is fetched on demand. */
  readonly frames: AsyncIterable<readonly (readonly QueryValue[])[]>;
}

export interface QueryOptions {
  readonly parameters?: readonly QueryValue[];
  /** The number of rows in a frame. */
  readonly frameSize?: number;
}

/** A connection to a Phoenix Query Server. Every method throws {@link QueryServerError}. */
export interface QueryServerClient {
  readProduct(): Promise<DatabaseProduct>;
  /** Tables and views, without system tables and indexes. */
  listTables(): Promise<readonly QueryTable[]>;
  listColumns(table: Pick<QueryTable, 'schema' | 'name'>): Promise<readonly QueryColumn[]>;
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}

const defaultFrameSize = 1_000;
/** A statement limits its rows with LIMIT. */
const allRows = -1;

/**
 * Opens a connection with Avatica's protocol and signs in.
 * @throws {QueryServerError}
 */
export function openQueryServer(
  address: QueryServerAddress,
  options: TransportOptions,
): Promise<QueryServerClient> {
  return openOver(createTransport(address, options));
}

/**
 * The same over a transport that exists. It is closed with the client, or when the server refuses to open.
 * @throws {QueryServerError}
 */
export async function openOver(transport: Transport): Promise<QueryServerClient> {
  const connectionId = randomUUID();

  async function call<Answer>(operation: Operation<Answer>, fields: MessageFields = {}): Promise<Answer> {
    const body = writeMessage(operation.request, { connectionId, ...fields });
    return readReply(await transport.post(body), operation);
  }

  try {
    await call(operations.openConnection);
  } catch (error) {
    transport.close();
    throw error;
  }

  async function* readFrames({ statementId, columns, firstFrame }: ResultSet, frameSize: number) {
    const toRow = ({ value }: Frame['rows'][number]) =>
      value.map((one, index) => readColumnValue(one, columns[index]?.type ?? ''));
    let isServed = true;
    try {
      for (let frame = firstFrame; ;) {
        if (frame.rows.length > 0) yield frame.rows.map(toRow);
        if (frame.done) return;
        const offset = frame.offset + BigInt(frame.rows.length);
        isServed = false;
        const fetched = await call(operations.fetch, { statementId, offset, frameMaxSize: frameSize });
        if (fetched.frame === null) throw new QueryServerError('queryServer', 'connectionForgotten');
        isServed = true;
        frame = fetched.frame;
      }
    } finally {
      // This also runs when the caller stops reading. After a failure, no further request is sent.
      if (isServed) await call(operations.closeStatement, { statementId });
    }
  }

  /** The rows of a result that describes the database, keyed by column name. */
  async function readMetadata(operation: Operation<ResultSetAnswer>, fields: MessageFields) {
    const result = toResultSet(await call(operation, fields));
    const rows: Record<string, QueryValue>[] = [];
    for await (const frame of readFrames(result, defaultFrameSize)) {
      for (const row of frame) {
        rows.push(
          Object.fromEntries(result.columns.map(({ name: key }, index) => [key, row[index] ?? null])),
        );
      }
    }
    return rows;
  }

  async function execute(sql: string, firstFrameMaxSize: number) {
    const { statementId } = await call(operations.createStatement);
    return call(operations.prepareAndExecute, { sql, statementId, maxRowsTotal: allRows, firstFrameMaxSize });
  }

  async function executePrepared(sql: string, parameters: readonly QueryValue[], firstFrameMaxSize: number) {
    const { statement } = await call(operations.prepare, { sql, maxRowsTotal: allRows });
    return call(operations.execute, {
      statementHandle: statement,
      parameterValues: parameters.map(writeTypedValue),
      hasParameterValues: true,
      firstFrameMaxSize,
    });
  }

  return {
    async readProduct() {
      const { props } = await call(operations.readProperties);
      const read = (name: string) => props.find(({ key }) => key.name === name)?.value.stringValue ?? '';
      return { name: read('GET_DATABASE_PRODUCT_NAME'), version: read('GET_DATABASE_PRODUCT_VERSION') };
    },

    async listTables() {
      const rows = await readMetadata(operations.listTables, {
        typeList: ['TABLE', 'VIEW'],
        hasTypeList: true,
      });
      return rows.map((row) => ({
        schema: toText(row['TABLE_SCHEM']) || null,
        name: toText(row['TABLE_NAME']),
        kind: row['TABLE_TYPE'] === 'VIEW' ? 'view' : 'table',
      }));
    },

    async listColumns({ schema, name }) {
      const rows = await readMetadata(operations.listColumns, {
        schemaPattern: escapePattern(schema ?? ''),
        hasSchemaPattern: true,
        tableNamePattern: escapePattern(name),
        hasTableNamePattern: true,
      });
      return rows.map((row) => ({
        name: toText(row['COLUMN_NAME']),
        type: toText(row['TYPE_NAME']),
        size: typeof row['COLUMN_SIZE'] === 'number' ? row['COLUMN_SIZE'] : null,
        isNullable: row['NULLABLE'] !== 0,
      }));
    },

    async query(sql, { parameters, frameSize = defaultFrameSize } = {}) {
      const { results } =
        parameters === undefined
          ? await execute(sql, frameSize)
          : await executePrepared(sql, parameters, frameSize);
      const [result] = results;
      if (result === undefined) throw new QueryServerError('queryServer', 'connectionForgotten');
      const resultSet = toResultSet(result);
      return { columns: resultSet.columns, frames: readFrames(resultSet, frameSize) };
    },

    async close() {
      try {
        await call(operations.closeConnection);
      } finally {
        transport.close();
      }
    },
  };
}

interface ResultSet {
  readonly statementId: number;
  readonly columns: QueryResult['columns'];
  readonly firstFrame: Frame;
}

function toResultSet({ statementId, signature, firstFrame }: ResultSetAnswer): ResultSet {
  return {
    statementId,
    columns: (signature?.columns ?? []).map(({ label, type }) => ({ name: label, type: type.name })),
    firstFrame: firstFrame ?? { offset: 0n, done: true, rows: [] },
  };
}

function toText(value: QueryValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** In a JDBC pattern, `_` and `%` are wildcards. */
function escapePattern(name: string): string {
  return name.replaceAll(/[\\_%]/g, '\\$&');
}
