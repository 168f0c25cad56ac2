import type { QueryColumn, QueryResult } from '../../query-server/query-server-client.ts';
import type { QueryValue } from '../../query-server/typed-value.ts';

/** A column as `explore` describes it: its type, and that of the Experience Data Model (T-TAB). */
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

/** Sample rows as JSON has them, by their columns' names. */
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
  // A number of JSON is exact up to 2^53; a larger one goes as its digits.
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return type === 'DECIMAL' && typeof value === 'string' ? Number(value) : value;
}
