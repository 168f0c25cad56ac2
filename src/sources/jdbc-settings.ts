/** The settings of a JDBC URL. */
export interface JdbcSettings {
  /** By their names in lower case. null for a value that is ambiguous or has an invalid escape. */
  readonly values: ReadonlyMap<string, string | null>;
  /** The names as they are written, in the order of the URL. */
  readonly names: readonly string[];
  /** Whether a part of the URL is no setting. It may be the rest of a value. */
  readonly hasStray: boolean;
}

/** Reads `name=value` pairs: after `?` with percent codes, otherwise as they are, with braces or quotes around values. */
export function readJdbcSettings(text: string, separator: 'query' | 'semicolon' | 'comma'): JdbcSettings {
  const values = new Map<string, string | null>();
  const names: string[] = [];
  let hasStray = false;
  for (const setting of split(text, separator)) {
    const at = setting.indexOf('=');
    if (at < 1) {
      hasStray ||= setting.trim() !== '';
      continue;
    }
    const name = setting.slice(0, at).trim();
    const value = setting.slice(at + 1);
    const read = separator === 'query' ? decodeEscapes(value) : unwrap(value);
    const key = name.toLowerCase();
    const isOther = values.has(key) && values.get(key) !== read;
    values.set(key, isOther ? null : read);
    names.push(name);
  }
  return { values, names, hasStray };
}

/** A value in braces or in single quotes may contain the separator. */
const pieces = {
  query: /[^&]+/g,
  semicolon: /(?:=\{(?:[^}]|\}\})*\}|[^;])+/g,
  comma: /(?:='(?:[^']|'')*'|[^,])+/g,
} as const;

function split(text: string, separator: keyof typeof pieces): readonly string[] {
  return text.match(pieces[separator]) ?? [];
}

/** Decodes percent codes; null for an invalid one. */
export function decodeEscapes(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function unwrap(value: string): string {
  const [, braced, quoted] = /^(?:\{((?:[^}]|\}\})*)\}|'((?:[^']|'')*)')$/.exec(value) ?? [];
  return braced?.replaceAll('}}', '}') ?? quoted?.replaceAll("''", "'") ?? value;
}
