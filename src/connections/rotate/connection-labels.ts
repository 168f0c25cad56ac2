import { displayName } from '../../ui/display-text.ts';

/** How a connection is called where several are named. */
export interface ConnectionLabel {
  readonly name: string;
  /** The start of its ID if another connection has the same name; null otherwise. */
  readonly id: string | null;
}

type Named = Readonly<Record<'id' | 'name', string>>;

/** The characters of an ID that are shown at least. */
const fewest = 8;

/**
 * The labels of connections by their IDs. Those of a rotation have the same host, so that only their IDs tell equal names
 * apart.
 */
export function labelConnections(connections: readonly Named[]): ReadonlyMap<string, ConnectionLabel> {
  const groups = new Map<string, Named[]>();
  for (const one of connections) {
    const group = groups.get(toKey(one));
    if (group === undefined) groups.set(toKey(one), [one]);
    else group.push(one);
  }
  return new Map(
    connections.map((connection) => {
      const group = groups.get(toKey(connection)) ?? [];
      const id = group.length > 1 ? shortenId(connection.id, group) : null;
      return [connection.id, { name: displayName(connection.name, 100), id }];
    }),
  );
}

/** Spaces at the ends, or several in a row, are not seen. */
function toKey({ name }: Named): string {
  return displayName(name, 100).trim().replaceAll(/\s+/g, ' ');
}

function shortenId(id: string, group: readonly Named[]): string {
  let length = fewest;
  while (length < id.length && new Set(group.map((one) => one.id.slice(0, length))).size < group.length) {
    length += 4;
  }
  return length < id.length ? `${id.slice(0, length)}…` : id;
}

/** A label in a sentence: `“Sales”`, `“Sales” (ID 1a2b3c4d…)`. */
export function quoteLabel({ name, id }: ConnectionLabel): string {
  return id === null ? `“${name}”` : `“${name}” (ID ${id})`;
}
