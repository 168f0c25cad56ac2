import { displayName, shorten } from '../../ui/display-text.ts';

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
 * Tells how each of several connections is called. Those of a rotation have the same host, so that only their IDs tell
 * equal names apart.
 */
export function labelConnections(connections: readonly Named[]): (one: Named) => ConnectionLabel {
  const groups = new Map<string, string[]>();
  for (const { id, name } of connections) {
    const group = groups.get(toKey(name));
    if (group === undefined) groups.set(toKey(name), [id]);
    else group.push(id);
  }
  const lengths = new Map([...groups].map(([key, ids]) => [key, ids.length === 1 ? null : findLength(ids)]));
  return ({ id, name }) => {
    const length = lengths.get(toKey(name)) ?? null;
    return { name: displayName(name, 100), id: length === null ? null : shorten(id, length + 1) };
  };
}

/** Spaces at the ends, or several in a row, are not seen. */
function toKey(name: string): string {
  return displayName(name, 100).trim().replaceAll(/\s+/g, ' ');
}

/** How many of the first characters tell the IDs apart. */
function findLength(ids: readonly string[]): number {
  const longest = Math.max(...ids.map((id) => id.length));
  let length = fewest;
  while (length < longest && new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 4;
  return length;
}

/** A label in a sentence: `“Sales”`, `“Sales” (ID 1a2b3c4d…)`. */
export function quoteLabel({ name, id }: ConnectionLabel): string {
  return id === null ? `“${name}”` : `“${name}” (ID ${id})`;
}

/** A label that stands alone: `Sales`, `Sales (ID 1a2b3c4d…)`. */
export function joinLabel({ name, id }: ConnectionLabel): string {
  return id === null ? name : `${name} (ID ${id})`;
}
