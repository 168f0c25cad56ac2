import * as z from 'zod/mini';
import { connectionFieldKinds } from './field-kind.ts';
import { matches, parseProperties, project } from './property-query.ts';
import { problem } from './refusal.ts';
import { compareSortKeys, parseOrder, sortKey, toSortKey } from './sort-order.ts';
import { type SecretView, type StoredConnection, toConnectionItem } from './stored-connection.ts';

/** Which connections, in which order, how many of them, and after which one. */
const selection = z.object({
  properties: z.array(z.string()),
  orderby: z.nullable(z.string()),
  limit: z.number(),
  after: z.nullable(sortKey),
});
export type Selection = z.infer<typeof selection>;

export interface Page {
  readonly items: readonly object[];
  /** Of all pages together. */
  readonly count: number;
  /** null on the last page. */
  readonly continuationToken: string | null;
}

/**
 * One page of connections. A page begins after the last connection of the page before it, so that what is
 * created meanwhile shifts nothing.
 * @throws {Refusal} for a filter or an order that is none
 */
export function selectPage(
  connections: readonly StoredConnection[],
  { properties, orderby, limit, after }: Selection,
  view: SecretView,
): Page {
  const { filters, projection } = parseProperties(properties, connectionFieldKinds);
  const order = parseOrder(orderby);
  const found = connections
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

/** The whole selection, because the link to the next page holds the token and nothing else (OAS-S). */
function writeContinuationToken(next: Selection): string {
  const bytes = new TextEncoder().encode(JSON.stringify(next));
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** @throws {Refusal} 1452-400 for what is no token of this service */
export function readContinuationToken(token: string): Selection {
  try {
    const text = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
    return selection.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw problem('1452-400', 'The continuationToken is not one of this service.');
  }
}
