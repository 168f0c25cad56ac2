import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { isBalanced } from '../../../text/code/is-balanced.ts';
import { readCodeValues } from '../../../text/code/read-code-values.ts';
import type { ReadingResult } from '../../reading.ts';
import { listsToSettings } from '../lists-to-settings.ts';
import { parsePastedJson } from './parse-pasted-json.ts';
import { readDocument } from './read-document.ts';

/** Reads JSON of any known shape; null when the text is not JSON. */
export function readJson(text: string, source: Source, chosen: number): ReadingResult {
  const whole = completeFragment(text);
  // A heading such as [database] starts a settings file, not JSON.
  if (!/^(?:\{|\[(?![A-Za-z][\w .-]*\]|[^\]\n"{]*\][ \t]*\n+[^\n]*[=:]))/.test(whole)) return null;
  const value = parsePastedJson(whole) ?? parseLiteral(whole);
  if (value === undefined) return refuse('JSON', describeDamage(whole));
  return (
    readDocument(value, source, chosen) ??
    (isListOfSettings(value) ? readDocument(listsToSettings(value), source, chosen) : null) ??
    refuse(
      'JSON',
      'This JSON has no values to import. Paste a Postman environment, a Developer Console credential, a Flow Service connection or an Azure Data Factory linked service.',
    )
  );
}

/** A list such as the settings of Azure App Service. */
function isListOfSettings(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'name' in item)
  );
}

/** Lines from within an object: `"access_token": "...",`. */
function completeFragment(text: string): string {
  const isFragment = /^"(?:[^"\\\n]|\\.)+"[ \t]*:/.test(text);
  return isFragment ? `{${text.trim().replace(/[,;}\s]*$/, (end) => closingBraces(text, end))}}` : text;
}

/** The braces at the end of a fragment that close objects within it. */
function closingBraces(text: string, end: string): string {
  const opened = (text.match(/\{/g) ?? []).length;
  return (end.match(/\}/g) ?? []).slice(0, opened).join('');
}

/** An object as code writes it: with single quotes, names without quotes, comments or a comma at the end. */
function parseLiteral(text: string): unknown {
  if (/[\u201C\u201D]/.test(text) || !isBalanced(text, 'c')) return undefined;
  const { documents } = readCodeValues(text, 'c');
  const [document] = documents;
  return documents.length === 1 ? document : undefined;
}

function describeDamage(text: string): string {
  if (/[\u201C\u201D\u201E]/.test(text)) {
    return 'This JSON has curly quotes (\u201C \u201D). Replace them with straight quotes.';
  }
  return 'This JSON is incomplete or invalid. Copy it again, from the first brace to the last.';
}
