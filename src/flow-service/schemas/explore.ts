import * as z from 'zod/mini';
import { absentable, jsonObject, listOf, optional, orEmpty, text } from './lenient.ts';

/** The query that lists the tables of a database (T-TAB; OAS-S has upper case). */
export const rootQuery = [['objectType', 'root']] as const;

/** The query for one table, with sample rows if the service returns them (T-TAB, T-FILTER). */
export function tableQuery(object: string) {
  return [
    ['objectType', 'table'],
    ['object', object],
    ['preview', 'true'],
  ] as const;
}

/** The value of `object=`. A lone surrogate cannot be percent-encoded, so it is refused. */
const objectPath = z.string().check(z.regex(/^[^\p{Surrogate}]{1,2000}$/su));

/** A table of the database. `path` is the value for `object=`, before percent-encoding. */
export const exploredObject = z.object({
  type: optional(text),
  /** Empty when the table has no name. */
  name: orEmpty(optional(text)),
  path: objectPath,
  canPreview: optional(z.boolean()),
  canFetchSchema: optional(z.boolean()),
});
export type ExploredObject = z.infer<typeof exploredObject>;

/** `explore?objectType=root`: a bare array. One streaming source of Adobe's wraps it in `items`. */
export const exploredRoot = z.union([
  listOf(exploredObject),
  z.pipe(
    z.object({ items: listOf(exploredObject) }),
    z.transform(({ items }) => items),
  ),
]);

/** A column may have no name. */
export const exploredColumn = z.object({
  name: orEmpty(absentable(text)),
  type: orEmpty(optional(text)),
  'meta:xdmType': optional(text),
  xdm: optional(z.object({ type: absentable(text), format: absentable(text) })),
});
export type ExploredColumn = z.infer<typeof exploredColumn>;

/** Sample rows. A single row may come without a list. */
const sampleRows = z.pipe(
  z.transform((rows: unknown): unknown => (Array.isArray(rows) ? rows : [rows])),
  listOf(jsonObject),
);

/** `explore?objectType=table&object=PATH`; `data` contains sample rows when the query has `preview=true`. */
export const exploredTable = z.pipe(
  z.object({
    format: optional(text),
    schema: z.object({ columns: listOf(exploredColumn) }),
    data: absentable(sampleRows),
  }),
  z.transform(({ format, schema: { columns }, data }): ExploredTable => {
    const unread = { columns: columns.unreadable, rows: data?.unreadable ?? 0 };
    return {
      ...(format !== undefined && { format }),
      schema: { columns: columns.items },
      ...(data !== undefined && { data: data.items }),
      ...(unread.columns + unread.rows > 0 && { unread }),
    };
  }),
);

export interface ExploredTable {
  readonly format?: string;
  readonly schema: { readonly columns: readonly ExploredColumn[] };
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  /** How many columns and sample rows could not be read. */
  readonly unread?: { readonly columns: number; readonly rows: number };
}
