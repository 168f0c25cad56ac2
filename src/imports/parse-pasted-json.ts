import { expansionMark } from './is-placeholder.ts';

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
  const direct = tryParse(text);
  if (direct !== undefined) return direct;
  return tryParse(
    text.replace(stringOrPlaceholder, (match) => (match.startsWith('"') ? match : `"${match}"`)),
  );
}

function tryParse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
