import { findOverlay } from '../../sources/find-overlay.ts';
import type { Source } from '../../sources/source.ts';
import { type LineSetting, beginsUrl, containsSetting, splitSettings } from '../../text/split-settings.ts';
import { readSettings } from '../read-settings.ts';
import { type Setting, meaningsOf } from '../setting-names.ts';
import type { Reading } from '../reading.ts';
import { isSecretName } from '../../text/secret-name.ts';
import { readEnvValue } from './read-env-value.ts';

const unreadNote = 'Some lines were skipped because they do not start with a setting, such as NAME=value.';

const hiddenNote = 'The settings after a secret were skipped because they may be a part of it.';

/** An empty line, a comment, a heading, or the delimiter of a code block. */
const emptyLine = /^\s*(?:$|[#;!]|\/\/|\[.*\]\s*$|```)/;

/** A shell, Windows' command prompt, PowerShell and Java property files continue such a line on the next line. */
const continuedLine = /[\\^`]\s*$/;

/** The heading of a section. Its name may be that of a profile, a service or a data source. */
const section = /^[ \t]*\[([^\]\n]+)\][ \t]*$/;

/** A quotation that does not end on the line. */
const openQuote = /^\s*(?:"(?!(?:[^"\\]|\\.)*")|'(?![^']*'))/;

/**
 * Reads an environment file (`.env`), shell lines that set variables, or a list of settings on one line. Null when it
 * contains no known name.
 */
export function readEnvFile(text: string, source: Source): Reading | null {
  const { settings, hasUnread, hasHidden } = listEnvSettings(text, knownNames(source));
  const findings = readSettings(settings, source);
  if (findings.findings.length === 0 && findings.notes.length === 0) return null;
  // A note about an unclear secret says the same.
  const isSaid = findings.findings.some(({ uncertain }) => uncertain === true);
  const notes = [
    ...findings.notes,
    ...(hasUnread ? [unreadNote] : []),
    ...(hasHidden && !isSaid ? [hiddenNote] : []),
  ];
  return { kind: 'env-file', ...findings, notes };
}

/** The settings of an environment file, whether some lines are none, and whether some may be a part of a secret. */
export function listEnvSettings(text: string, isKnown: IsKnown) {
  const lines = text.split('\n');
  const settings: Setting[] = [];
  let hasUnread = false;
  let hasHidden = false;
  let isOpen = false;
  let isContinued = false;
  let path = '';
  for (let index = 0; index < lines.length; index += 1) {
    const given = lines[index] ?? '';
    path = section.exec(given)?.[1]?.trim() ?? path;
    // Files with sections may have a colon in place of the equal sign.
    const line = path === '' ? given : given.replace(/^([ \t]*[A-Za-z_][\w.-]*)[ \t]*:(?=\s)/, '$1=');
    const found = splitSettings(line, isKnown);
    const lastValue = found.at(-1)?.raw ?? '';
    const values = readLine(line, found, isKnown, isOpen || isContinued);
    settings.push(...(path === '' ? values : values.map((one) => ({ ...one, path }))));
    hasHidden ||= values.length < found.length;
    hasUnread ||= found.length === 0 && !emptyLine.test(line);
    const lastLine = lastLineOf(lastValue, index, lines);
    isOpen ||= lastLine === index && openQuote.test(lastValue);
    isContinued = continuedLine.test(line);
    index = lastLine;
  }
  return { settings, hasUnread, hasHidden };
}

/** Whether the purpose of a setting in a list is known from its name. */
type IsKnown = (key: string) => boolean;

function knownNames(source: Source): IsKnown {
  const meaningOf = meaningsOf(source);
  const overlay = findOverlay(source);
  return (key) =>
    meaningOf({ key, inList: true }) !== undefined ||
    isSecretName(key) ||
    overlay?.isAddressProperty(key) === true;
}

const oneSign = /^(?:[ \t]?|[ \t]*(?:[;,]|&&?|\|\|?)[ \t]*)$/;

/** Whether all settings of a line have the same separator. If not, the separator may be part of a value. */
function hasOneSign(found: readonly LineSetting[]): boolean {
  const [first = '', ...others] = found.slice(0, -1).map(({ sign }) => sign);
  return oneSign.test(first) && others.every((sign) => sign === first);
}

/** `mayBePiece`: the line may continue the previous value. */
function readLine(
  line: string,
  found: readonly LineSetting[],
  isKnown: IsKnown,
  mayBePiece: boolean,
): Setting[] {
  const inList = found.length > 1;
  const isQueryString = /^[^\s;,]*&/.test(line);
  const isEven = hasOneSign(found);
  const lastUnknown = found.findLastIndex(({ key }) => !isKnown(key));
  const settings: Setting[] = [];
  let isCut = mayBePiece;
  for (const [index, { key, raw, sign, reader }] of found.entries()) {
    const value = readEnvValue(raw, inList && reader === 'file' ? 'list' : reader);
    const isEncoded = isQueryString && /%[\da-f]{2}|\+/i.test(raw);
    // A password with a separator in it looks like another setting. This does not apply to a shell, where a comma
    // separates nothing.
    const mayGoOn =
      (!beginsUrl(raw) && containsSetting(raw)) ||
      (reader === 'shell' ? sign.includes(',') : !isEven || index < lastUnknown);
    // In `PASSWORD=''& PORT=1 HOST=a`, the quotes and the sign behind them may be the password.
    const isSignDoubtful = reader !== 'shell' && !isEven && /^\S|\S\s*\S/.test(sign);
    // In `PASSWORD="a";B=c"`, the last quote may be the one that ends the password.
    const isLongerQuoted =
      value.isQuoted && found.slice(index + 1).some((later) => hasStrayQuote(later, raw));
    const uncertain =
      value.uncertain || isSignDoubtful || isLongerQuoted || (!value.isQuoted && (isEncoded || mayGoOn));
    // A key that may be part of a password must not be shown.
    if (!isCut || isKnown(key)) settings.push({ key, inList, ...value, uncertain });
    isCut ||= uncertain && isSecretName(key);
  }
  return settings;
}

/** Whether an unquoted value contains the quote of a value before it. */
function hasStrayQuote({ raw, reader }: LineSetting, quoted: string): boolean {
  return !readEnvValue(raw, reader).isQuoted && raw.includes(quoted.trim().charAt(0));
}

/** The last line of a value in quotes. A private key has many lines, and none of them is a setting. */
function lastLineOf(raw: string, index: number, lines: readonly string[]): number {
  const text = raw.trim();
  const quote = text.charAt(0);
  if (!/["']/.test(quote) || text.includes(quote, 1)) return index;
  for (let end = index + 1; end < lines.length; end += 1) {
    if (lines[end]?.includes(quote) === true) return end;
  }
  return index;
}
