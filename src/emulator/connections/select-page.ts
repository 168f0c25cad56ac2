import { connectionFieldKinds } from './field-kind.ts';
import { matches, parseProperties, project } from './property-query.ts';
import { type Selection, writeContinuationToken } from './selection.ts';
import { compareSortKeys, parseOrder, toSortKey } from './sort-order.ts';
import { type SecretView, type StoredConnection, toConnectionItem } from './stored-connection.ts';

/**
 * One page of connections. A page begins after the last connection of the previous page, so that connections created
 * between two requests do not shift the pages.
 * @throws {Refusal} for an invalid filter or order
 */
export function selectPage(
  connections: Iterable<StoredConnection>,
  { properties, orderby, limit, after }: Selection,
  view: SecretView,
): Page {
  const { filters, projection } = parseProperties(properties, connectionFieldKinds);
  const order = parseOrder(orderby);
  const found = [...connections]
    .filter((stored) => filters.every((filter) => matches(stored, filter)))
    .map((stored) => ({ stored, key: toSortKey(stored, order) }))
    .toSorted((a, b) => compareSortKeys(a.key, b.key, order));
  const rest = after === null ? found : found.filter(({ key }) => compareSortKeys(key, after, order) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ stored }) => project(toConnectionItem(stored, view), projection)),
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
