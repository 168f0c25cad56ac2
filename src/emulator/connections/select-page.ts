import type { FieldKinds } from './field-kind.ts';
import { matches, parseProperties, project } from './property-query.ts';
import { type Selection, writeContinuationToken } from './selection.ts';
import { compareSortKeys, parseOrder, toSortKey } from './sort-order.ts';

/**
 * One page of connections, or of other objects. A page begins after the last object of the previous page, so that
 * objects created between two requests do not shift the pages. `toItem` is how a response shows an object.
 * @throws {Refusal} for an invalid filter or order
 */
export function selectPage<Stored extends { readonly updatedAt: number }>(
  all: Iterable<Stored>,
  { properties, orderby, limit, after }: Selection,
  kinds: FieldKinds,
  toItem: (stored: Stored) => object,
): Page {
  const { filters, projection } = parseProperties(properties, kinds);
  const order = parseOrder(orderby, kinds);
  const found = [...all]
    .filter((stored) => filters.every((filter) => matches(stored, filter)))
    .map((stored) => ({ stored, key: toSortKey(stored, order) }))
    .toSorted((a, b) => compareSortKeys(a.key, b.key, order));
  const rest = after === null ? found : found.filter(({ key }) => compareSortKeys(key, after, order) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ stored }) => project(toItem(stored), projection)),
    count: found.length,
    continuationToken:
      last === undefined || page.length === rest.length
        ? null
        : writeContinuationToken({ properties, orderby, limit, after: last.key }),
  };
}

export interface Page {
  readonly items: readonly object[];
  /** The total of all pages. */
  readonly count: number;
  /** null on the last page. */
  readonly continuationToken: string | null;
}
