/** The schema and name of a table, as Phoenix stores them. */
export interface TableName {
  readonly schema: string | null;
  readonly name: string;
}

/** The name in SQL: `RETAIL.ORDERS`, or with quotes if Phoenix would read it differently without them. */
export function writeTableName({ schema, name }: TableName): string {
  return schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

/**
 * Parses a name in SQL; null when the text is not the name of a table. Phoenix converts unquoted names to upper case.
 */
export function readTableName(text: string): TableName | null {
  const part = '"((?:[^"]|"")+)"|(\\w+)';
  const [, quotedA, plainA, hasB, quotedB, plainB] =
    new RegExp(`^(?:${part})(\\.(?:${part}))?$`, 'su').exec(text) ?? [];
  const first = unquote(quotedA, plainA);
  if (first === null) return null;
  const second = unquote(quotedB, plainB);
  return hasB === undefined || second === null
    ? { schema: null, name: first }
    : { schema: first, name: second };
}

function quote(name: string): string {
  return /^[A-Z_][A-Z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function unquote(quoted: string | undefined, plain: string | undefined): string | null {
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  return plain === undefined ? null : plain.toUpperCase();
}
