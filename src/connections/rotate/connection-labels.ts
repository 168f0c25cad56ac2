import { displayName, shorten } from '../../ui/display-text.ts';

/** The name of a connection in a text that names several. */
export interface ConnectionLabel {
  readonly name: string;
  /** The start of its ID if another connection has the same name; null otherwise. */
  readonly id: string | null;
}

type Named = Readonly<Record<'id' | 'name', string>>;

/** The minimum number of characters of an ID that are shown. */
const minLength = 8;

/**
 * Labels connections so that no two labels look the same. The connections of a rotation have the same host, so only
 * their IDs tell equal names apart.
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

/** The name as it looks: spaces at its ends and repeated spaces are not visible. */
function toKey(name: string): string {
  return displayName(name, 100).trim().replaceAll(/\s+/g, ' ');
}

/** How many characters at the start of the IDs tell them apart. */
function findLength(ids: readonly string[]): number {
  const longest = Math.max(...ids.map((id) => id.length));
  let length = minLength;
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
