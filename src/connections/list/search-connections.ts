import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { SortOrder } from './list-search.ts';
import { nameSource } from '../name-source.ts';
import type { NameSource } from '../use-source-names.ts';
import { readAddress } from '../read-address.ts';
import { searchByWords } from '../../ui/search-by-words.ts';

/** The connections whose list entry contains every word of the text, in the given order. */
export function searchConnections(
  connections: readonly Connection[],
  text: string,
  order: SortOrder['id'],
  name: NameSource = nameSource,
): readonly Connection[] {
  return searchByWords(connections, text, (one) => describe(one, name)).sort((one, other) =>
    compare(one, other, order),
  );
}

function describe(connection: Connection, nameOf: NameSource): string {
  const { id, name, description, state, createdBy } = connection;
  return [id, name, description, state, createdBy, nameOf(connection), readAddress(connection)].join(' ');
}

function compare(one: Connection, other: Connection, order: SortOrder['id']): number {
  switch (order) {
    case 'newest':
      return (other.createdAt ?? 0) - (one.createdAt ?? 0);
    case 'oldest':
      return (one.createdAt ?? 0) - (other.createdAt ?? 0);
    case 'changed':
      return (other.updatedAt ?? 0) - (one.updatedAt ?? 0);
    case 'name':
      return one.name.localeCompare(other.name, 'en');
  }
}
