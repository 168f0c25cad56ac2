import type { ColumnValue, TypedValue } from './operations.ts';

/** SQL values as they are read here. Dates and times are ISO 8601 texts, decimals are texts with all their digits. */
export type QueryValue = string | number | bigint | boolean | Uint8Array | null | readonly QueryValue[];

const millisecondsOfDay = 86_400_000n;

/**
 * The value of one column in one row.
 * @param type Phoenix's name of the column's type, because a query server sends dates and times as plain numbers.
 */
export function readColumnValue(
  { hasArrayValue, arrayValue, scalarValue }: ColumnValue,
  type: string,
): QueryValue {
  const read = (value: TypedValue) => readTime(readTypedValue(value), type);
  if (hasArrayValue) return arrayValue.map(read);
  return scalarValue === null ? null : read(scalarValue);
}

/** A date is a number of days, a time is milliseconds of the day, a timestamp is milliseconds, all in UTC. */
function readTime(value: QueryValue, type: string): QueryValue {
  if (typeof value !== 'number' && typeof value !== 'bigint') return value;
  const [, kind] = /^(?:UNSIGNED_)?(DATE|TIME|TIMESTAMP)(?: ARRAY)?$/.exec(type) ?? [];
  if (kind === 'DATE') return toIso(BigInt(value) * millisecondsOfDay).slice(0, 10);
  if (kind === 'TIME') return toIso(BigInt(value)).slice(11, -1);
  return kind === 'TIMESTAMP' ? toIso(BigInt(value)) : value;
}

export function readTypedValue(value: TypedValue): QueryValue {
  if (value.null) return null;
  switch (value.type) {
    case 'BOOLEAN':
    case 'PRIMITIVE_BOOLEAN':
      return value.boolValue;
    case 'LONG':
    case 'PRIMITIVE_LONG':
    case 'BIG_INTEGER':
      return value.stringValue === '' ? value.numberValue : BigInt(value.stringValue);
    case 'BYTE':
    case 'SHORT':
    case 'INTEGER':
    case 'PRIMITIVE_BYTE':
    case 'PRIMITIVE_SHORT':
    case 'PRIMITIVE_INT':
      return Number(value.numberValue);
    case 'FLOAT':
    case 'DOUBLE':
    case 'PRIMITIVE_FLOAT':
    case 'PRIMITIVE_DOUBLE':
      return value.doubleValue;
    case 'JAVA_SQL_DATE':
    case 'JAVA_SQL_TIME':
    case 'JAVA_SQL_TIMESTAMP':
      return value.numberValue;
    case 'BYTE_STRING':
      return value.bytesValue;
    case 'ARRAY':
      return value.arrayValue.map(readTypedValue);
    case 'NULL':
      return null;
    default:
      return value.stringValue;
  }
}

/** A parameter of a statement. A whole number is sent as an integer; a text is sent unchanged. */
export function writeTypedValue(value: QueryValue): Readonly<Record<string, unknown>> {
  if (value === null) return { type: 'NULL', null: true };
  if (typeof value === 'string') return { type: 'STRING', stringValue: value };
  if (typeof value === 'boolean') return { type: 'BOOLEAN', boolValue: value };
  if (typeof value === 'bigint') return { type: 'LONG', numberValue: value };
  if (value instanceof Uint8Array) return { type: 'BYTE_STRING', bytesValue: value };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value)
      ? { type: 'LONG', numberValue: BigInt(value) }
      : { type: 'DOUBLE', doubleValue: value };
  }
  return { type: 'ARRAY', componentType: 'OBJECT', arrayValue: value.map(writeTypedValue) };
}

function toIso(milliseconds: bigint): string {
  const date = new Date(Number(milliseconds));
  // JavaScript's dates end in the year 275760, but a database may contain later dates.
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}
