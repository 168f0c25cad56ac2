import type { Connection } from '../../flow-service/schemas/connection.ts';
import { displayName, shorten } from '../../ui/display-text.ts';
import { readAddress } from '../read-address.ts';

/** How the pages of a copy name a connection. */
export interface ShownName {
  /** The name for a row of a table: `Sales (a.example)`. */
  readonly plain: string;
  /** The name within a sentence: `“Sales” (a.example)`. */
  readonly quoted: string;
  /** A short ID if another connection has the same name and address; null otherwise. */
  readonly id: string | null;
}

/** The names of connections by their IDs. */
export type ShownNames = ReadonlyMap<string, ShownName>;

export interface Named extends Pick<Connection, 'id' | 'name'> {
  /** null when it is not known. */
  readonly address: string | null;
}

export function toNamed(connection: Connection): Named {
  return { id: connection.id, name: connection.name, address: readAddress(connection) };
}

/** How many characters of an ID are shown, unless two connections have the same. */
const shortId = 8;

/**
 * Names connections so that no two names look the same, because a secret that is entered for one of them must not be
 * sent to another. The address is added where names are equal, and the ID only where that is not enough.
 */
export function nameApart(connections: readonly Named[]): ShownNames {
  let rows = connections.map((connection) => ({ connection, level: 0 }));
  for (;;) {
    const counts = new Map<string, number>();
    const texts = rows.map(({ connection, level }) => toLook(toShown(connection, level).plain));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    const isShared = rows.map(
      ({ level }, place) => level < mostDetailed && (counts.get(texts[place] ?? '') ?? 0) > 1,
    );
    if (!isShared.includes(true)) break;
    rows = rows.map((row, place) => (isShared[place] === true ? { ...row, level: row.level + 1 } : row));
  }
  return new Map(rows.map(({ connection, level }) => [connection.id, toShown(connection, level)]));
}

/** Names copies. They keep the names of their originals, which may have been renamed or deleted since. */
export function nameCopies(
  connections: readonly Named[],
  copies: readonly { readonly originalId: string; readonly name: string }[],
): ShownNames {
  const all = new Map(connections.map((connection) => [connection.id, connection]));
  for (const { originalId: id, name } of copies) {
    all.set(id, { id, name, address: all.get(id)?.address ?? null });
  }
  return nameApart([...all.values()]);
}

/** The name of a connection that may be missing from a list. */
export function findName(names: ShownNames, { id, name }: Pick<Named, 'id' | 'name'>): ShownName {
  return names.get(id) ?? toShown({ id, name, address: null }, 0);
}

const mostDetailed = 3;

/** Each level adds a detail: the address, or a short ID without one, then the short ID, and then the whole ID. */
function toShown({ id: wholeId, name, address }: Named, level: number): ShownName {
  const shown = displayName(name, 100);
  const place = level === 0 ? '' : shorten(address?.trim() ?? '', 100);
  const hasId = level > 1 || (level === 1 && place === '');
  const id = hasId ? `ID ${level === mostDetailed ? wholeId : wholeId.slice(0, shortId)}` : null;
  const details = [place, id ?? ''].filter((detail) => detail !== '').join(', ');
  const suffix = details === '' ? '' : ` (${details})`;
  return { plain: `${shown}${suffix}`, quoted: `“${shown}”${suffix}`, id };
}

/** Equal for texts that look the same. Host names are not case-sensitive, and a reader may overlook the case of a name. */
function toLook(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
