import { parseJson } from '../../../flow-service/schemas/parse-json.ts';
import { expansionMark } from '../../../text/placeholders.ts';

/**
 * A string, or a placeholder in place of a whole value without quotes: `{PORT}` in Adobe's tutorial, `{{PORT}}` in a
 * body of Postman. An unterminated string matches to the end, so that no character is scanned twice.
 */
const stringOrPlaceholder = new RegExp(
  `"[^"\\\\]*(?:\\\\[\\s\\S]?[^"\\\\]*)*(?:"|$)|\\{\\{?[A-Za-z_][\\w -]*\\}\\}?|${expansionMark}`,
  'g',
);

/** Parses JSON that may have placeholders in place of values. `undefined` when it is not JSON. */
export function parsePastedJson(text: string): unknown {
  const direct = parseJson(text);
  if (direct !== undefined) return direct;
  const quoted = text.replace(stringOrPlaceholder, (match) => (match.startsWith('"') ? match : `"${match}"`));
  return quoted === text ? undefined : parseJson(quoted);
}
