import type { QueryColumn, QueryResult } from '../../query-server/query-server-client.ts';
import type { QueryValue } from '../../query-server/typed-value.ts';

/** A column as `explore` describes it: its own type and its type in the Experience Data Model (T-TAB). */
export function describeColumn({ name, type }: Pick<QueryColumn, 'name' | 'type'>) {
  if (type.endsWith(' ARRAY')) return { name, type: 'string', xdm: { type: 'string' } };
  const [, time] = /^(?:UNSIGNED_)?(DATE|TIMESTAMP)$/.exec(type) ?? [];
  if (time !== undefined) {
    const format = time === 'DATE' ? 'date' : 'date-time';
    return { name, type: 'string', 'meta:xdmType': format, xdm: { type: 'string', format } };
  }
  if (type === 'BOOLEAN') return { name, type: 'boolean', xdm: { type: 'boolean' } };
  const isNumber = /INT|LONG|FLOAT|DOUBLE|DECIMAL/.test(type);
  return isNumber
    ? { name, type: 'double', xdm: { type: 'number' } }
    : { name, type: 'string', xdm: { type: 'string' } };
}

/** Sample rows as JSON objects, keyed by column name. */
export async function toPreviewRows({ columns, frames }: QueryResult) {
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const frame of frames) {
    for (const row of frame) {
      rows.push(
        Object.fromEntries(columns.map(({ name, type }, index) => [name, toJson(row[index] ?? null, type)])),
      );
    }
  }
  return rows;
}

function toJson(value: QueryValue, type: string): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return JSON.stringify(value.map((one: QueryValue) => toJson(one, type)));
  // JSON numbers are exact up to 2^53. A larger number is sent as a string of digits.
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return type === 'DECIMAL' && typeof value === 'string' ? Number(value) : value;
}
