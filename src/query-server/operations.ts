import * as z from 'zod/mini';

/** The answers as protobufjs decodes them, with all defaults filled in. */

export const typedValue = z.object({
  type: z.string(),
  boolValue: z.boolean(),
  stringValue: z.string(),
  numberValue: z.bigint(),
  bytesValue: z.instanceof(Uint8Array),
  doubleValue: z.number(),
  null: z.boolean(),
  get arrayValue(): z.ZodMiniArray<typeof typedValue> {
    return z.array(typedValue);
  },
});
export type TypedValue = z.infer<typeof typedValue>;

const columnValue = z.object({
  hasArrayValue: z.boolean(),
  arrayValue: z.array(typedValue),
  scalarValue: z.nullable(typedValue),
});
export type ColumnValue = z.infer<typeof columnValue>;

const frame = z.object({
  offset: z.bigint(),
  done: z.boolean(),
  rows: z.array(z.object({ value: z.array(columnValue) })),
});
export type Frame = z.infer<typeof frame>;

const resultSet = z.object({
  statementId: z.number(),
  /** Null after a statement that returns no rows. */
  signature: z.nullable(
    z.object({ columns: z.array(z.object({ label: z.string(), type: z.object({ name: z.string() }) })) }),
  ),
  firstFrame: z.nullable(frame),
});
export type ResultSetAnswer = z.infer<typeof resultSet>;

const executed = z.object({ results: z.array(resultSet) });

/** A request and its answer, by their names in avatica.proto. */
export interface Operation<Answer> {
  readonly request: string;
  readonly response: string;
  readonly answer: z.ZodMiniType<Answer>;
}

const nothing = z.object({});

export const operations = {
  openConnection: operation('OpenConnection', nothing),
  closeConnection: operation('CloseConnection', nothing),
  readProperties: operation(
    'DatabaseProperty',
    z.object({ props: z.array(z.object({ key: z.object({ name: z.string() }), value: typedValue })) }),
  ),
  listTables: operation('Tables', resultSet, 'ResultSetResponse'),
  listColumns: operation('Columns', resultSet, 'ResultSetResponse'),
  createStatement: operation('CreateStatement', z.object({ statementId: z.number() })),
  closeStatement: operation('CloseStatement', nothing),
  prepare: operation('Prepare', z.object({ statement: z.looseObject({ id: z.number() }) })),
  execute: operation('Execute', executed),
  prepareAndExecute: operation('PrepareAndExecute', executed, 'ExecuteResponse'),
  // An answer without a frame means that the server has dropped the statement.
  fetch: operation('Fetch', z.object({ frame: z.nullable(frame) })),
};

function operation<Answer>(
  name: string,
  answer: z.ZodMiniType<Answer>,
  response = `${name}Response`,
): Operation<Answer> {
  return { request: `${name}Request`, response, answer };
}
