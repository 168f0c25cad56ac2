/** The search parameters of the list. A missing value means no search or the default order. */
export interface ListSearch {
  readonly search?: string;
  readonly sort?: SortOrder['id'];
  /** The connection spec of one source. */
  readonly source?: string;
}

/** The sort orders of the list. The first one is the default. */
export const sortOrders = [
  { id: 'newest', label: 'Newest first', orderBy: '-createdAt' },
  { id: 'oldest', label: 'Oldest first', orderBy: 'createdAt' },
  { id: 'changed', label: 'Recently changed first', orderBy: '-updatedAt' },
  { id: 'name', label: 'Name', orderBy: 'name' },
] as const;

export type SortOrder = (typeof sortOrders)[number];

/** Reads the parameters from an address, which may contain anything. */
export function readListSearch({ search, sort, source }: Record<string, unknown>): ListSearch {
  const order = sortOrders.find(({ id }) => id === sort);
  // The router parses a search for 42 as a number.
  const text = typeof search === 'number' ? String(search) : search;
  return {
    ...(typeof text === 'string' && text !== '' && { search: text }),
    ...(order !== undefined && order !== sortOrders[0] && { sort: order.id }),
    ...(typeof source === 'string' && /^[\w-]{1,100}$/.test(source) && { source }),
  };
}

export function findOrder(id: string | undefined): SortOrder {
  return sortOrders.find((order) => order.id === id) ?? sortOrders[0];
}
