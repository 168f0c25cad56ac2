/** Helpers that read unknown JSON without assuming anything about it. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value of an own property; undefined for everything that the object inherits. */
export function read(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A text of limited length, without characters that move or hide other text; empty for anything else. */
export function toPlainText(value: unknown, mostCharacters: number): string {
  if (typeof value !== 'string') return '';
  const plain = value
    .slice(0, mostCharacters * 2)
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim();
  if (plain.length <= mostCharacters) return plain;
  // Half of a surrogate pair is not a character.
  return `${plain.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
