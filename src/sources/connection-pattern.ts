import type { ConnectionPart, ConnectionParts } from './connection-string.ts';

/** Parts that may be shown. A password stays to be filled in. */
const shownParts = ['server', 'port', 'database', 'user'] as const satisfies readonly ConnectionPart[];

/** What a part may consist of, so that its value neither ends the setting nor is anything else than a name. */
const shownValue: Readonly<Record<(typeof shownParts)[number], RegExp>> = {
  server: /^[\w.\\:-]+(?:,\d+)?$/,
  port: /^\d{1,5}$/,
  database: /^[\p{L}\p{N}_.$-]+$/u,
  user: /^[\p{L}\p{N}_.$@-]+$/u,
};

/**
 * The documented pattern of a connection string with known parts in place of `<server>` and the like. The other parts
 * stay to be filled in.
 */
export function fillPattern(pattern: string, parts: ConnectionParts): string {
  let filled = pattern;
  for (const part of shownParts) {
    const value = parts[part] ?? '';
    if (shownValue[part].test(value)) filled = fillPart(filled, part, value);
  }
  return filled;
}

function fillPart(pattern: string, part: (typeof shownParts)[number], value: string): string {
  const name = value.split('.', 1)[0] ?? '';
  switch (part) {
    case 'server':
      // A pattern may have the domain behind the server, and the name of the server behind the user.
      return pattern
        .replace('@<server>', () => `@${name}`)
        .replace(/<server>[\w.]*/, () => value)
        .replace('<account>', () => value.replace(/\.snowflakecomputing\.com$/i, ''));
    case 'port':
      return pattern.replace(/<port>|(?<==tcp:[^;,]+,)\d+/, () => value);
    case 'user':
      return pattern.replace(value.includes('@') ? /<user>(?:@[^;]*)?/ : /<user>/, () => value);
    case 'database':
      return pattern.replace('<database>', () => value);
  }
}
