import { writeMessage } from '../query-server/wire-message.ts';

/**
 * The requests for the answers in recorded-answers.json, in the same order. The answers come from a real Phoenix
 * Query Server.
 */
export function recordedRequests(): readonly {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}[] {
  const connectionId = '6f1d2a8e-3c5b-4b0e-9a57-0d6f6a1c2b3d';
  const request = (name: string, message: string, fields: Readonly<Record<string, unknown>> = {}) => ({
    name,
    body: new Uint8Array(writeMessage(`${message}Request`, { connectionId, ...fields })),
  });
  // A server numbers its statements from 0.
  const statement = { statementId: 0, maxRowsTotal: -1 };
  return [
    request('a connection that nobody opened', 'DatabaseProperty'),
    request('open', 'OpenConnection'),
    request('properties', 'DatabaseProperty'),
    request('statement', 'CreateStatement'),
    request('all types, first frame', 'PrepareAndExecute', {
      ...statement,
      sql: 'SELECT * FROM ALL_TYPES',
      firstFrameMaxSize: 1,
    }),
    request('all types, second frame', 'Fetch', { statementId: 0, offset: 1, frameMaxSize: 1 }),
    request('unknown table', 'PrepareAndExecute', { ...statement, sql: 'SELECT * FROM NO_SUCH_TABLE' }),
    request('mistake', 'PrepareAndExecute', { ...statement, sql: 'SELEC' }),
    request('forgotten statement', 'Fetch', { statementId: 99, offset: 0, frameMaxSize: 1 }),
    request('tables', 'Tables', { typeList: ['TABLE', 'VIEW'], hasTypeList: true }),
    request('columns', 'Columns', {
      schemaPattern: '',
      hasSchemaPattern: true,
      tableNamePattern: 'ALL\\_TYPES',
      hasTableNamePattern: true,
    }),
    request('close', 'CloseConnection'),
  ];
}
