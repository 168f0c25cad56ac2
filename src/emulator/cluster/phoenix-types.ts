/**
 * Phoenix's types as a real query server describes them: the JDBC type number, the number of its `Rep`, and the `Rep`
 * of a value.
 */
export const phoenixTypes = {
  INTEGER: { id: 4, rep: 4, value: 'INTEGER' },
  TINYINT: { id: -6, rep: 1, value: 'BYTE' },
  SMALLINT: { id: 5, rep: 3, value: 'SHORT' },
  BIGINT: { id: -5, rep: 5, value: 'LONG' },
  UNSIGNED_INT: { id: 4, rep: 4, value: 'INTEGER' },
  UNSIGNED_LONG: { id: -5, rep: 5, value: 'LONG' },
  FLOAT: { id: 6, rep: 7, value: 'DOUBLE' },
  DOUBLE: { id: 8, rep: 7, value: 'DOUBLE' },
  DECIMAL: { id: 3, rep: 23, value: 'BIG_DECIMAL' },
  BOOLEAN: { id: 16, rep: 0, value: 'BOOLEAN' },
  CHAR: { id: 1, rep: 21, value: 'STRING' },
  VARCHAR: { id: 12, rep: 21, value: 'STRING' },
  DATE: { id: 91, rep: 4, value: 'INTEGER' },
  TIME: { id: 92, rep: 4, value: 'INTEGER' },
  TIMESTAMP: { id: 93, rep: 5, value: 'LONG' },
  BINARY: { id: -2, rep: 20, value: 'BYTE_STRING' },
  VARBINARY: { id: -3, rep: 20, value: 'BYTE_STRING' },
  'INTEGER ARRAY': { id: 2003, rep: 27, value: 'ARRAY', component: { id: 4, rep: 12, name: 'INTEGER' } },
  'VARCHAR ARRAY': { id: 2003, rep: 27, value: 'ARRAY', component: { id: 12, rep: 21, name: 'VARCHAR' } },
} as const;

export type PhoenixType = keyof typeof phoenixTypes;

/**
 * As sent on the wire: a date is a number of days, a time is milliseconds of the day, a timestamp is milliseconds of
 * UTC.
 */
export type CellValue = string | number | bigint | boolean | Uint8Array | null | readonly (string | number)[];

/** `ColumnValue` of avatica.proto. */
export function toColumnValue(value: CellValue, type: PhoenixType): Readonly<Record<string, unknown>> {
  if (isArray(value)) {
    const component = type === 'INTEGER ARRAY' ? 'INTEGER' : 'VARCHAR';
    return { hasArrayValue: true, arrayValue: value.map((one) => toTypedValue(one, component)) };
  }
  return { scalarValue: toTypedValue(value, type) };
}

function toTypedValue(value: Exclude<CellValue, readonly unknown[]>, type: PhoenixType) {
  if (value === null) return { type: 'NULL', null: true };
  const rep = phoenixTypes[type].value;
  if (typeof value === 'boolean') return { type: rep, boolValue: value };
  if (typeof value === 'string') return { type: rep, stringValue: value };
  if (value instanceof Uint8Array) {
    return { type: rep, bytesValue: value, stringValue: Buffer.from(value).toString('base64') };
  }
  return rep === 'DOUBLE'
    ? { type: rep, doubleValue: Number(value) }
    : { type: rep, numberValue: BigInt(value) };
}

function isArray(value: CellValue): value is readonly (string | number)[] {
  return Array.isArray(value);
}

/** `ColumnMetaData` of avatica.proto. */
export function toColumnMetaData(label: string, type: PhoenixType) {
  const { id, rep } = phoenixTypes[type];
  const component = 'component' in phoenixTypes[type] ? phoenixTypes[type].component : null;
  // JDBC's numbers are signed, but the field is unsigned.
  return {
    label,
    columnName: label,
    type: { id: id >>> 0, name: type, rep, ...(component !== null && { component }) },
  };
}
