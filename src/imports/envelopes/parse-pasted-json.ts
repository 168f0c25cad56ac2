import { parseJson } from '../../flow-service/schemas/parse-json.ts';
import { expansionMark } from '../is-placeholder.ts';

/**
 * A string, or a placeholder that stands for a whole value without quotes: `{PORT}` in Adobe's tutorial, `{{PORT}}`
 * in a body of Postman. A string that does not end is matched to the end, so that no character is looked at twice.
 */
const stringOrPlaceholder = new RegExp(
  `"[^"\\\\]*(?:\\\\[\\s\\S]?[^"\\\\]*)*(?:"|$)|\\{\\{?[A-Za-z_][\\w -]*\\}\\}?|${expansionMark}`,
  'g',
);

/** Parses JSON in which placeholders may stand for values. `undefined` when it is no JSON. */
export function parsePastedJson(text: string): unknown {
  const direct = parseJson(text);
  if (direct !== undefined) return direct;
  return parseJson(
    text.replace(stringOrPlaceholder, (match) => (match.startsWith('"') ? match : `"${match}"`)),
  );
}
