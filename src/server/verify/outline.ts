/** Keys whose texts cannot be private: words of the API. */
const apiWords: ReadonlySet<string> = new Set([
  'state',
  'type',
  'region',
  'specName',
  'format',
  'error_code',
]);

/**
 * The shape of an answer, to be shown to others: every text and number is replaced by its form, except words of the
 * API. A list is reduced to its first item.
 */
export function outline(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return apiWords.has(key) && isApiWord(value) ? value : toForm(value);
  if (typeof value === 'number') return key === 'status' ? value : `<number, ${String(value).length} digits>`;
  if (Array.isArray(value)) {
    return value.length < 2
      ? value.map((item) => outline(item))
      : [outline(value[0]), `<${value.length - 1} more>`];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, outline(part, name)]));
}

/** A word, or the address of an error. */
function isApiWord(text: string): boolean {
  return /^[\w -]{1,40}$/.test(text) || /^https?:\/\/ns\.adobe\.com\/aep\/errors\/[A-Z\d-]{1,40}$/.test(text);
}

function toForm(text: string): string {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return '<UUID>';
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return `<text, ${text.length} characters${isQuoted ? ', in double quotes' : ''}>`;
}
