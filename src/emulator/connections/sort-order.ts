import * as z from 'zod/mini';
import { type FieldKinds, readValues } from './field-kind.ts';
import { problem } from '../refusal.ts';

export interface SortOrder {
  readonly path: string;
  readonly descending: boolean;
}

/** The position of a connection in an order: the value of each sort field, then its last write. */
export const sortKey = z.array(z.nullable(z.union([z.string(), z.number()])));
export type SortKey = z.infer<typeof sortKey>;

/**
 * Parses `orderby`: fields separated by commas. A `-` before a field sorts descending, `+` or no sign ascending
 * (SORT, OAS-D). A bare plus sign in a query string is decoded as a space.
 * @throws {Refusal} 1432, 1433 (ERR-F)
 */
export function parseOrder(text: string | null, kinds: FieldKinds): readonly SortOrder[] {
  if (text === null) return [];
  return text.split(',').map((part) => {
    const [, sign, path] = /^([-+ ]?)([\w.]+)$/.exec(part) ?? [];
    if (sign === undefined || path === undefined)
      throw problem('1432-400', `The sort order ${part} is invalid.`);
    if (kinds(path) === null) throw problem('1433-400', `Cannot sort by the field ${path}.`);
    return { path, descending: sign === '-' };
  });
}

export function toSortKey(stored: { readonly updatedAt: number }, order: readonly SortOrder[]): SortKey {
  const fields = order.map(({ path }) => {
    const [value] = readValues(stored, path);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
  // By default the most recently created or updated connection comes first (OAS-D).
  return [...fields, -stored.updatedAt];
}

/** Negative when `a` comes first. Connections without a field come before those that have it. */
export function compareSortKeys(a: SortKey, b: SortKey, order: readonly SortOrder[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    const before = left === null || (right !== null && left < right);
    return before === (order[index]?.descending ?? false) ? 1 : -1;
  }
  return 0;
}
