import { fillPattern } from '../sources/connection-pattern.ts';
import type { ConnectionParts } from '../sources/connection-string.ts';
import type { Source } from '../sources/source.ts';
import { holdsSecret } from './secret-text.ts';

export const quotedValue =
  'A value of this text has a semicolon, a quote, a brace or a space at an end, so it cannot be in a field.';

/**
 * Which text a source with a connection string expects, with the parts of a pasted text that are no secret; null for
 * a source whose connection string has no documented pattern, or that has none.
 */
export function describeExpected(
  { name, authMethod }: Source,
  parts: ConnectionParts,
  secrets: readonly string[],
): string | null {
  const [pattern] = authMethod.params.flatMap((param) =>
    param.control === 'secret' && param.pattern !== undefined ? [param.pattern] : [],
  );
  if (pattern === undefined) return null;
  const hidden = [parts.password ?? '', ...secrets];
  const shown = Object.entries(parts).filter(
    ([, value]) => value !== undefined && !hidden.includes(value) && !holdsSecret(value, hidden),
  );
  const filled = fillPattern(pattern, Object.fromEntries(shown));
  const told = filled === pattern ? '' : ' It has your other values already.';
  return `${name} needs one connection string. Replace the parts in angle brackets, then enter it.${told} Adobe documents this pattern: ${filled}`;
}
