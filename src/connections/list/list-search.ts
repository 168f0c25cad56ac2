/** What the address of the list says: what is looked for, and in which order; absent for nothing and the usual one. */
export interface ListSearch {
  readonly search?: string;
  readonly sort?: SortOrder['id'];
}

/** The orders in which connections are listed; the first one is the usual one. */
export const sortOrders = [
  { id: 'newest', label: 'Newest first', orderBy: '-createdAt' },
  { id: 'oldest', label: 'Oldest first', orderBy: 'createdAt' },
  { id: 'changed', label: 'Recently changed first', orderBy: '-updatedAt' },
  { id: 'name', label: 'Name', orderBy: 'name' },
] as const;

export type SortOrder = (typeof sortOrders)[number];

/** Reads it from an address, which anybody may have written. */
export function readListSearch({ search, sort }: Record<string, unknown>): ListSearch {
  const order = sortOrders.find(({ id }) => id === sort);
  // The router reads a search for 42 as a number.
  const text = typeof search === 'number' ? String(search) : search;
  return {
    ...(typeof text === 'string' && text !== '' && { search: text }),
    ...(order !== undefined && order !== sortOrders[0] && { sort: order.id }),
  };
}

export function findOrder(id: string | undefined): SortOrder {
  return sortOrders.find((order) => order.id === id) ?? sortOrders[0];
}
