/**
 * Splits a text as Avatica's ConnectStringParser does: `name=value;name="value"`, with quotes doubled within quotes.
 * Avatica quotes a value only if it contains `;`, a quote, or a blank at an edge. Other quotes may be part of the
 * value.
 */
export function splitConnectString(text: string): Property[] {
  const pattern =
    /([^=;]*)(?:=(?: *"((?:[^"]|"")*)" *(?=;|$)| *'((?:[^']|'')*)' *(?=;|$)|([^;]*)))?(?:;|$)/gy;
  const properties: Property[] = [];
  for (const [match, name = '', double, single, bare = ''] of text.matchAll(pattern)) {
    // A ; at the end may be the last character of a password, so it is followed by an empty property.
    if (match === '' && !text.endsWith(';')) break;
    const quoted = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'");
    const uncertain = quoted === undefined ? /^$|^\s|\s$|^["']/.test(bare) : !/[;'"]|^ | $/.test(quoted);
    properties.push({
      name: name.trim().toLowerCase(),
      value: quoted ?? bare,
      uncertain,
      isQuoted: quoted !== undefined,
    });
  }
  return properties;
}

/** One property of a connect string, with its name in lower case. */
export interface Property {
  readonly name: string;
  readonly value: string;
  /** The text is ambiguous. */
  readonly uncertain: boolean;
  readonly isQuoted: boolean;
}
