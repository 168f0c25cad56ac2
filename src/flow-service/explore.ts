import * as z from 'zod/mini';

/** The query that lists the tables of a database (T-TAB; OAS-S has upper case). */
export const rootQuery = [['objectType', 'root']] as const;

/** The query for one table, sample rows included where the service gives them (T-TAB, T-FILTER). */
export function tableQuery(object: string) {
  return [
    ['objectType', 'table'],
    ['object', object],
    ['preview', 'true'],
  ] as const;
}

/** A table of the database; `path` is what `object=` wants, percent-encoded. */
export const exploredObject = z.object({
  type: z.string(),
  name: z.string(),
  path: z.string(),
  canPreview: z.optional(z.boolean()),
  canFetchSchema: z.optional(z.boolean()),
});
export type ExploredObject = z.infer<typeof exploredObject>;

/** `explore?objectType=root`: a bare array; one streaming source of Adobe's wraps it in `items`. */
export const exploredRoot = z.union([
  z.array(exploredObject),
  z.pipe(
    z.object({ items: z.array(exploredObject) }),
    z.transform(({ items }) => items),
  ),
]);

export const exploredColumn = z.object({
  name: z.string(),
  type: z.string(),
  'meta:xdmType': z.optional(z.string()),
  xdm: z.optional(z.object({ type: z.optional(z.string()), format: z.optional(z.string()) })),
});
export type ExploredColumn = z.infer<typeof exploredColumn>;

/** `explore?objectType=table&object=PATH`; `data` holds sample rows when `preview=true` was asked for. */
export const exploredTable = z.object({
  format: z.optional(z.string()),
  schema: z.object({ columns: z.array(exploredColumn) }),
  data: z.optional(z.array(z.record(z.string(), z.unknown()))),
});
export type ExploredTable = z.infer<typeof exploredTable>;
